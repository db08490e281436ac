// Light or dark before anything is painted: what the reader chose, else what the system prefers.
(() => {
  let chosen = null;
  try { chosen = localStorage.getItem("trich.theme"); } catch { /* storage may be forbidden */ }
  const dark = chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
})();
