// Small pieces that every part uses. Text reaches the page through textContent only.
export const data = JSON.parse(document.getElementById("trich-data").textContent);
export const $ = (selector, root = document) => root.querySelector(selector);
export const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

export function say(key, values = {}) {
  return (data.words[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

export function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#i-${name}`);
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

export function iconButton(name, label, onclick, attributes = {}) {
  return make("button", { type: "button", class: "icon", "aria-label": label, title: label, onclick, ...attributes }, icon(name));
}

// Errors are told in the page's language, whatever the browser's is.
export const ask = (path, { headers, ...options } = {}) =>
  fetch(path, { ...options, headers: { "Accept-Language": data.language, ...headers } });

export async function call(path, options) {
  const answer = await ask(path, options);
  const body = answer.headers.get("content-type")?.includes("json") ? await answer.json() : await answer.blob();
  if (!answer.ok) throw Object.assign(new Error(body.error?.message ?? answer.statusText), { status: answer.status });
  return body;
}

export const send = (method, path, body) =>
  call(path, { method, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

export function toast(text, kind = "info") {
  const note = make("p", { class: `toast ${kind}` }, text);
  $("#toasts").append(note);
  setTimeout(() => note.remove(), kind === "failed" ? 9000 : 4000);
}

export const failed = (error) => toast(say("failed") + error.message, "failed");

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without https the clipboard API is absent; the old way still works there.
    const area = make("textarea", { class: "unseen" });
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  toast(say("copied"));
}

export const store = {
  get(key, fallback) {
    try { return JSON.parse(localStorage.getItem(key)) ?? fallback; } catch { return fallback; }
  },
  set(key, value) {
    try { localStorage.setItem(key, JSON.stringify(value)); return true; } catch { return false; }
  },
};

// Closes on Esc by itself; a click on the backdrop or on [data-close] closes too.
export function dialog(selector) {
  const box = $(selector);
  box.addEventListener("click", (event) => {
    if (event.target === box || event.target.closest("[data-close]")) box.close("");
  });
  return box;
}
