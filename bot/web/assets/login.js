// The server never sees what stands after the #: a deep link has to be carried through the form.
document.querySelector("[name=next]").value += location.hash;
