// The page around gradio's chat. Each part has its own file; this one starts them and follows the chat.
import { $, $$, call, data, make, say, store } from "./dom.js";
import * as answers from "./answers.js";
import * as articles from "./articles.js";
import * as conversations from "./conversations.js";
import * as settings from "./settings.js";
import * as source from "./source.js";
import { ask, rows, running, whenReady } from "./wire.js";

function show(view) {
  for (const name of ["chat", "articles"]) $(`#${name}-view`).hidden = name !== view;
  $$("[data-view]").forEach((button) =>
    button.dataset.view === view ? button.setAttribute("aria-current", "page") : button.removeAttribute("aria-current"));
  if (view === "articles") articles.show();
}

const wide = () => matchMedia("(min-width: 1181px)").matches;

function sidebar(open) {
  document.body.classList.toggle("with-conversations", open);
  $("#menu").setAttribute("aria-expanded", String(open));
}

async function examples() {
  const { questions } = await call(`/api/examples?language=${data.language}`);
  const items = questions.map((question) => make("li", {}, make("button", { type: "button", onclick: () => ask(question) }, question)));
  $("#examples ul").replaceChildren(...items);
  $("#examples").hidden = !items.length;
}

// gradio leaves these buttons without a name.
function nameButtons() {
  for (const [selector, key] of [[".submit-button", "send"], [".stop-button", "stop"]]) {
    const button = $(`#ask ${selector}`);
    if (button && button.getAttribute("aria-label") !== say(key)) {
      button.setAttribute("aria-label", say(key));
      button.title = say(key);
    }
  }
  $("#chat [role=log]")?.setAttribute("aria-busy", String(running()));
}

const TOASTS = [[/currently busy|queue is full/i, "busy"], [/connection to the server was lost|connection errored/i, "lost"]];

// gradio's own notes are English.
function translateToasts() {
  for (const note of $$(".toast-text")) {
    const found = TOASTS.find(([pattern]) => pattern.test(note.textContent));
    if (found && note.textContent !== say(found[1])) note.textContent = say(found[1]);
  }
}

function follow() {
  let waiting = false;
  const look = () => {
    waiting = false;
    const messages = rows().length;
    document.body.classList.toggle("empty", !messages);
    nameButtons();
    translateToasts();
    answers.decorate();
    conversations.keep().catch(() => null);
  };
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(look);
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
  look();
}

// gradio sets the language that its own strings are in.
function keepLanguage() {
  const root = document.documentElement;
  if (root.lang !== data.language) root.lang = data.language;
}

new MutationObserver(keepLanguage).observe(document.documentElement, { attributes: true, attributeFilter: ["lang"] });
keepLanguage();
document.body.classList.add("empty");
settings.start();
source.start();
answers.start();
articles.start();
$("#menu").addEventListener("click", () => {
  sidebar(!document.body.classList.contains("with-conversations"));
  if (wide()) store.set("trich.sidebar", document.body.classList.contains("with-conversations"));
});
$$("[data-view]").forEach((button) => button.addEventListener("click", () => show(button.dataset.view)));
$("#other-language").addEventListener("click", (event) => { event.currentTarget.href = `/${event.currentTarget.lang}/${location.hash}`; });
$(".skip").addEventListener("click", (event) => { event.preventDefault(); show("chat"); $("#ask textarea")?.focus(); });
document.addEventListener("keydown", (event) => event.key === "Escape" && !wide() && sidebar(false));
sidebar(wide() && store.get("trich.sidebar", conversations.any()));
whenReady(() => {
  document.body.classList.add("ready");
  follow();
  conversations.start();
});
examples().catch(() => null);
