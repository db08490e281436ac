"""The names of news agencies and outlets that sign reports and pictures with a word of their own."""

from __future__ import annotations

AGENCY = (
    r"(?:TTXVN|VNA|VNS|VNP|VOV\d?|VTV\d?|Reuters|AFP|AP|EPA(?:-EFE)?|EFE|Getty(?: Images)?|Xinhua|Tân Hoa Xã|THX|Kyodo(?: News)?"
    r"|Yonhap|Bernama|Antara|Bloomberg|TASS|Sputnik|Shutterstock|Vietnam\+|VietnamPlus|VGP|CNN|BBC|dpa|PTI|IANS|UPI)"
)
"""A regular expression: one name, as written in datelines and credits."""
