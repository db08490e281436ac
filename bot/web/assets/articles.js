// The list of articles: browse, filter, upload, remove.
import { $, call, data, failed, make, say } from "./dom.js";
import { open } from "./source.js";

let timer = 0;
let asked = 0;

async function load(offset = 0) {
  const form = new FormData($("#filters"));
  const query = new URLSearchParams([...form].filter(([, value]) => value));
  query.set("offset", offset);
  const number = ++asked;
  const found = await call(`/api/articles?${query}`);
  if (number !== asked) return; // an answer to an older filter
  const select = $("#filters [name=outlet]");
  const known = [...select.options].map((o) => o.value);
  found.outlets.filter((o) => !known.includes(o)).forEach((o) => select.append(make("option", { value: o }, o)));
  $("#article-count").textContent = found.total
    ? say(found.total === 1 ? "count_one" : "count", { n: found.total })
    : say("none");
  const rows = found.articles.map(row);
  offset ? $("#article-list").append(...rows) : $("#article-list").replaceChildren(...rows);
  $("#more-articles").hidden = offset + rows.length >= found.total;
  if (offset) $("a", rows[0])?.focus();
}

function row(article) {
  const first = `#s:${encodeURIComponent(article.id)}:0`; // the article as it is, no paragraph marked
  const facts = [article.source, article.published, say(article.language), say("paragraphs", { n: article.paragraphs }), article.file];
  const line = make("p", { class: "credit" }, facts.filter(Boolean).join(" · "));
  const link = make("a", { href: first, lang: article.language, onclick: (event) => {
    event.preventDefault();
    open(first, { opener: link });
  } }, article.title ?? say("untitled"));
  const item = make("li", {}, make("div", {}, make("h2", {}, link), line));
  if (article.own) {
    line.append(" ", make("span", { class: "badge" }, say("yours")));
    item.append(make("button", { type: "button", "aria-label": `${say("remove")}: ${article.title ?? ""}`, onclick: () => remove(article.id) }, say("remove")));
  }
  return item;
}

async function remove(id) {
  try {
    await call(`/api/articles/${encodeURIComponent(id)}`, { method: "DELETE" });
    await load();
    $("#files").focus();
  } catch (error) {
    failed(error);
  }
}

function upload(file) {
  const state = make("span", { class: "state" });
  const bar = make("progress", { max: "100", value: "0", "aria-label": file.name });
  $("#upload-list").append(make("li", {}, make("span", { class: "file" }, file.name), bar, state));
  const finish = (text, kind) => {
    bar.remove();
    state.textContent = text;
    state.className = `state ${kind}`;
  };
  if (!/\.(txt|html?|pdf|docx)$/i.test(file.name)) return finish(say("wrong_type"), "failed");
  if (file.size > data.limits.mb * 1e6) return finish(say("too_big", data.limits), "failed");
  const request = new XMLHttpRequest();
  request.upload.onprogress = (event) => {
    bar.value = (100 * event.loaded) / event.total;
    state.textContent = event.loaded < event.total ? say("uploading", { n: Math.round(bar.value) }) : say("reading");
  };
  request.onload = () => {
    const body = JSON.parse(request.responseText);
    if (request.status !== 201) return finish(body.error.message, "failed");
    const count = body.articles.reduce((sum, a) => sum + a.paragraphs, 0);
    finish(body.status === "skipped" ? `${say("skipped")}: ${body.reason ?? ""}` : say("read", { n: count }), "good");
    load().catch(failed);
  };
  request.onerror = () => finish(say("failed"), "failed");
  const form = new FormData();
  form.append("file", file);
  request.open("POST", "/api/articles");
  request.setRequestHeader("Accept-Language", data.language);
  request.send(form);
}

export const show = () => load().catch(failed);

export function start() {
  $("#filters").addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, 150);
  });
  $("#more-articles").addEventListener("click", () => load($("#article-list").children.length).catch(failed));
  $("#filters").addEventListener("submit", (event) => event.preventDefault());
  $("#files").addEventListener("change", (event) => {
    [...event.target.files].forEach(upload);
    event.target.value = "";
  });
  const zone = $("#upload");
  zone.addEventListener("dragover", (event) => { event.preventDefault(); zone.classList.add("over"); });
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    [...event.dataTransfer.files].forEach(upload);
  });
}
