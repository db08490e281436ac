// The page around gradio's chat. Each part has its own file; this one starts them and follows the chat.
import { $, $$, call, data, make, say, store, toast } from "./dom.js";
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
  else collection().catch(() => null);
}

const wide = () => matchMedia("(min-width: 1181px)").matches;

function sidebar(open) {
  document.body.classList.toggle("with-conversations", open);
  $("#menu").setAttribute("aria-expanded", String(open));
}

// What is being asked: how many articles there are, and from whom.
async function collection() {
  const found = await call("/api/articles?limit=1");
  const most = found.outlets.length > 5 ? [...found.outlets.slice(0, 5), "…"] : found.outlets;
  const articles = say(found.all === 1 ? "count_one" : "count", { n: found.all.toLocaleString(data.language) });
  const link = make("button", { type: "button", class: "link", onclick: () => show("articles") }, articles);
  const [before, after] = say("collection", { articles: "\n" }).split("\n");
  $("#collection").replaceChildren(before, link, after, ...(most.length ? [` · ${most.join(", ")}`] : []));
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

// From Enter to the first word of the server something has to move.
function asking() {
  const before = rows().length;
  document.body.classList.add("asking");
  const done = () => {
    if (!document.body.classList.contains("asking")) return;
    if (rows().length === before && !running() && $("#ask textarea").value.trim()) setTimeout(done, 100);
    else document.body.classList.remove("asking");
  };
  setTimeout(done, 100);
}

function askingAt(event) {
  const typed = event.target.closest("#ask textarea") && event.key === "Enter" && !event.shiftKey && !event.isComposing;
  const pressed = event.type === "click" && event.target.closest("#ask .submit-button");
  if ((typed || pressed) && $("#ask textarea").value.trim()) asking();
}

const NOTES = [[/currently busy|queue is full/i, "busy"], [/connection to the server was lost|connection errored/i, "lost"]];
const told = new WeakSet();

// gradio's own notes are English and say "Error" three times over: they are hidden, and told in our words.
function retellNotes() {
  for (const note of $$('[data-testid="toast-text"]')) {
    if (told.has(note)) continue;
    told.add(note);
    document.body.classList.remove("asking");
    const known = NOTES.find(([pattern]) => pattern.test(note.textContent));
    toast(known ? say(known[1]) : note.textContent.trim(), "failed");
  }
}

function follow() {
  let waiting = false;
  const look = () => {
    waiting = false;
    const messages = rows().length;
    document.body.classList.toggle("empty", !messages);
    nameButtons();
    retellNotes();
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
// A conversation is read in the chat; where the list lies over it, it makes way.
document.addEventListener("click", (event) => {
  if (event.target.closest(".pick, #new, #new-here")) show("chat");
  const aside = !event.target.closest("#conversations, #menu, dialog");
  if (!wide() && (aside || event.target.closest(".pick, #new"))) sidebar(false);
});
$("#other-language").addEventListener("click", (event) => { event.currentTarget.href = `/${event.currentTarget.lang}/${location.hash}`; });
$(".skip").addEventListener("click", (event) => { event.preventDefault(); show("chat"); $("#ask textarea")?.focus(); });
document.addEventListener("keydown", (event) => event.key === "Escape" && !wide() && sidebar(false));
sidebar(wide() && store.get("trich.sidebar", conversations.any()));
document.addEventListener("keydown", askingAt, true);
document.addEventListener("click", askingAt, true);
whenReady(() => {
  document.body.classList.add("ready");
  follow();
  conversations.start();
  // On a screen with a keyboard one can type at once; a touch screen would open its own over the page.
  if (document.activeElement === document.body && matchMedia("(hover: hover)").matches) $("#ask textarea").focus();
});
examples().catch(() => null);
collection().catch(() => null);
