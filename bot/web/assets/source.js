// The source panel: an article at the cited paragraph, the cited words marked.
import { $, call, copy, data, failed, iconButton, make, say, send, toast } from "./dom.js";
import { citationAt } from "./turns.js";

const panel = $("#source");
const text = $("#source-text");
let shown = null; // {href, list, opener, key, target, article}
const reported = new Set(); // citations that were said to be wrong, as key and address
let tell = () => {};

// Whether a chip's source is the open one; `onChange` is told when that changes.
export const isShown = (href, key) => Boolean(shown) && shown.href === href && shown.key === key;
export const onChange = (then) => { tell = then; };

// "#s:article:paragraph:start-end"; the span may be missing.
export function parse(href) {
  const match = /^#s:([^:]+):(\d+)(?::(\d+)-(\d+))?$/.exec(href ?? "");
  if (!match) return null;
  try {
    return { article: decodeURIComponent(match[1]), paragraph: +match[2], start: +(match[3] ?? 0), end: +(match[4] ?? 0) };
  } catch {
    return null;
  }
}

export async function open(href, { list = [href], opener = null, key = null } = {}) {
  const target = parse(href);
  if (!target) return;
  shown = { href, list, opener, key, target };
  history.replaceState(null, "", location.pathname + location.search + href);
  panel.hidden = false;
  document.body.classList.add("with-source");
  showPlace();
  tell();
  try {
    const article = await call(`/api/articles/${encodeURIComponent(target.article)}`);
    if (shown?.href === href) show(article, target);
  } catch (error) {
    if (shown?.href === href) showGone(error, href);
  }
}

export function close() {
  if (panel.hidden) return;
  panel.hidden = true;
  document.body.classList.remove("with-source");
  history.replaceState(null, "", location.pathname + location.search);
  const { opener, href } = shown;
  shown = null;
  tell();
  // A chip that was drawn anew since is another element with the same address.
  const back = opener?.isConnected ? opener : $(`#chat a[href="${CSS.escape(href)}"]`);
  (back ?? $("#ask textarea"))?.focus();
}

function showPlace() {
  const { list, href } = shown;
  const at = list.indexOf(href);
  $("#source-place").textContent = list.length > 1 ? say("source_of", { n: at + 1, all: list.length }) : "";
  $("#source-previous").disabled = at <= 0;
  $("#source-next").disabled = at < 0 || at >= list.length - 1;
  $("#source-quote").hidden = !shown.target.paragraph;
  $("#source-wrong").hidden = !(shown.key && citationAt(shown.key, href));
  showReported();
}

function showReported() {
  $("#source-wrong").setAttribute("aria-pressed", String(reported.has(shown.key + shown.href)));
}

const credit = (article) => [article.source, article.published, article.title].filter(Boolean).join(" · ");

// The first line stays in sight while the article is scrolled: what it is, and in which language it was written.
function head(article) {
  const facts = [article.source, article.published, say(`original_${article.language}`)].filter(Boolean).join(" · ");
  return [
    make("p", { class: "credit strip" }, facts),
    make("header", {},
      make("h2", { lang: article.language }, article.title ?? say("untitled")),
      make("p", { class: "credit" }, article.file ?? ""))];
}

function show(article, target) {
  const rows = article.paragraphs.map((p) => paragraph(p, p.number === target.paragraph ? target : null));
  shown.article = article;
  text.replaceChildren(...head(article), ...rows);
  const cited = $(".cited", text);
  text.scrollTop = 0;
  if (!cited) return text.focus();
  cited.focus({ preventScroll: true });
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  cited.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  beside(article, target, cited);
}

function paragraph(p, target) {
  const row = make("div", { class: `paragraph ${p.kind}${target ? " cited" : ""}`, tabindex: target ? "-1" : false });
  const body = make("p", { lang: p.language });
  const letters = Array.from(p.text); // offsets count code points
  const end = target ? target.end || letters.length : 0;
  if (target) {
    const mark = make("mark", {}, letters.slice(target.start, end).join(""));
    body.append(letters.slice(0, target.start).join(""), mark, letters.slice(end).join(""));
  } else {
    body.append(p.text);
  }
  const link = make("a", { class: "number", href: `#s:${encodeURIComponent(shown.target.article)}:${p.number}`, "aria-label": `${say("paragraph")} ${p.number}` }, String(p.number));
  row.append(link, body);
  return row;
}

// What else tells this: the same words elsewhere, nearly the same, and the paragraph in the other language.
async function beside(article, target, cited) {
  const href = shown.href;
  let found = { also_in: [], nearly_in: [] };
  try {
    found = await call(`/api/articles/${encodeURIComponent(article.id)}/twin/${target.paragraph}`);
  } catch {
    // The panel is complete without it.
  }
  if (shown?.href !== href) return;
  const twin = found.twin ?? (shown.key && citationAt(shown.key, href)?.twin);
  const days = [...new Set(article.paragraphs.find((p) => p.number === target.paragraph).tells_of.map((note) => note.day))];
  const told = days.length ? make("p", { class: "credit tells" }, `${say("tells_of")} ${days.join(", ")}`) : null;
  const rows = [told, copies("also_in", found.also_in), copies("nearly_in", found.nearly_in), twin && twinOf(twin)];
  cited.after(...rows.filter(Boolean));
}

// The address of a whole paragraph, of its ref "article#number".
function address(ref) {
  const at = ref.lastIndexOf("#");
  return `#s:${encodeURIComponent(ref.slice(0, at))}:${ref.slice(at + 1)}`;
}

function twinOf(twin) {
  const label = [say(`twin_${twin.language}`), twin.source].filter(Boolean).join(" · ");
  return make("div", { class: "twin" },
    make("p", { class: "credit" }, make("a", { href: address(twin.ref) }, label)),
    make("p", { lang: twin.language }, twin.text));
}

function copies(kind, found) {
  if (!found.length) return null;
  const rows = found.map((article) => make("li", {}, make("a", { href: address(article.ref) }, credit(article) || article.ref)));
  return make("div", { class: `copies ${kind}` }, make("p", { class: "credit" }, say(kind)), make("ul", {}, ...rows));
}

function showGone(error, href) {
  const known = shown.key ? citationAt(shown.key, href) : null;
  text.replaceChildren(make("p", { class: "notice" }, error.status === 404 ? say("gone") : error.message));
  if (known) text.append(make("div", { class: "paragraph cited", tabindex: "-1" }, make("p", { lang: known.language }, known.text)));
  text.focus();
}

function quote() {
  const words = $("mark", text)?.textContent;
  if (!words || !shown.article) return;
  copy(`“${words}” (${credit(shown.article)} · ${shown.target.article}#${shown.target.paragraph})`);
}

async function wrong() {
  const { key, href } = shown;
  if (reported.has(key + href)) return;
  try {
    await send("POST", "/api/feedback", { answer: key, kind: "wrong_source", citation: citationAt(key, href).number });
    reported.add(key + href);
    if (shown) showReported();
    toast(say("thanks"));
  } catch (error) {
    failed(error);
  }
}

function step(by) {
  const next = shown.list[shown.list.indexOf(shown.href) + by];
  if (next) open(next, shown);
}

export function start() {
  $("#source-close").addEventListener("click", close);
  $("#source-previous").addEventListener("click", () => step(-1));
  $("#source-next").addEventListener("click", () => step(1));
  $("#source-quote").addEventListener("click", quote);
  $("#source-link").addEventListener("click", () => copy(location.href));
  $("#source-wrong").addEventListener("click", wrong);
  panel.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#s:"]');
    if (!link) return;
    event.preventDefault();
    const href = link.getAttribute("href");
    open(href, { list: shown.list.includes(href) ? shown.list : [href], opener: shown.opener, key: shown.key });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden && !$("dialog[open]")) close();
    if (panel.hidden || !panel.contains(document.activeElement)) return;
    if (event.key === "ArrowLeft") step(-1);
    if (event.key === "ArrowRight") step(1);
  });
  addEventListener("hashchange", () => parse(location.hash) && location.hash !== shown?.href && open(location.hash));
  if (parse(location.hash)) open(location.hash);
}
