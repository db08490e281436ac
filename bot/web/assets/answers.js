// What stands under each message: copy, edit, ask again, feedback. Gradio redraws messages, so this can be repeated.
import { $, $$, copy, dialog, failed, iconButton, make, say, send, toast } from "./dom.js";
import { branch } from "./conversations.js";
import { isShown, onChange, open, parse } from "./source.js";
import { fetchTurn, turn } from "./turns.js";
import { command, rows, running } from "./wire.js";

const report = dialog("#report");
const liked = new Set(); // keys of answers that were said to be good
let reported = null;

export function decorate() {
  const all = rows();
  all.forEach(({ row, user, key }, index) => {
    const turnNumber = Math.floor(index / 2);
    name(row, user);
    chips(row, key);
    const done = key || (user && all[index + 1]?.key) || (!running() && index >= all.length - 2);
    tools(row, user ? "user" : "bot", done ? `${key ?? ""}${turnNumber}${index === all.length - 1}` : null, () =>
      user ? userTools(row, turnNumber) : botTools(row, key, turnNumber, index === all.length - 1));
  });
}

// Gradio names a message after its source text, entities and all; the text itself is the better name.
function name(row, user) {
  const labelled = $("[aria-label][data-testid]", row);
  labelled?.removeAttribute("aria-label");
  if (!$(".unseen", row)) $(".message-content", row)?.prepend(make("span", { class: "unseen" }, say(user ? "you" : "bot")));
}

function chips(row, key) {
  for (const chip of $$('a[href^="#s:"]', row)) {
    const label = `${say("open_source")} ${chip.textContent}: ${chip.title}`;
    if (chip.getAttribute("aria-label") !== label) chip.setAttribute("aria-label", label);
    if (key) chip.dataset.key = key;
    const on = isShown(chip.getAttribute("href"), key);
    if (on !== chip.hasAttribute("aria-current")) on ? chip.setAttribute("aria-current", "true") : chip.removeAttribute("aria-current");
  }
}

function tools(row, kind, state, build) {
  const host = $(".flex-wrap", row) ?? row;
  const old = $(":scope > .tools", host);
  if (old?.dataset.state === String(state)) return;
  old?.remove();
  if (state === null) return;
  const bar = make("div", { class: `tools ${kind}-tools`, "data-state": String(state) }, ...build());
  host.append(bar);
}

const words = (row) => {
  const content = $(".message-content", row).cloneNode(true);
  $$(".unseen, details, .searched, .heading", content).forEach((node) => node.remove());
  $$('a[href^="#s:"]', content).forEach((chip) => chip.replaceWith(`[${chip.textContent}]`));
  $$("br", content).forEach((br) => br.replaceWith("\n"));
  return content.textContent.replace(/\u00a0(?=\[)/g, " ").trim();
};

function userTools(row, number) {
  return [
    iconButton("edit", say("edit"), () => edit(row, number)),
    iconButton("copy", say("copy"), () => copy(words(row))),
  ];
}

function botTools(row, key, number, last) {
  const list = [iconButton("copy", say("copy"), () => copyAnswer(row, key))];
  if (key) {
    list.push(iconButton("good", say("good"), (event) => good(event.currentTarget, key), { "aria-pressed": String(liked.has(key)) }));
    list.push(iconButton("flag", say("bad"), () => bad(key)));
  }
  list.push(iconButton("retry", say("retry"), () => again(retry(row, number, key))));
  if (last && key) list.push(iconButton("undo", say("undo"), () => command({ do: "undo", turn: number })));
  return list;
}

// What was answered after this turn would be lost: the conversation as it was stays among the kept ones.
function again(order) {
  if (order.turn < Math.floor((rows().length - 1) / 2)) {
    branch(order.turn);
    toast(say("branched"));
  }
  command(order);
}

// A failed question is not among the turns: it is asked anew with its text.
function retry(row, number, key) {
  return key ? { do: "retry", turn: number } : { do: "edit", turn: number, text: words(row.previousElementSibling) };
}

async function copyAnswer(row, key) {
  const answer = key && await fetchTurn(key).catch(() => null);
  if (!answer?.citations.length) return copy(words(row));
  const notes = answer.citations.map(
    (c) => `[${c.number}] “${c.quote}” (${[c.source, c.published, c.title, c.ref].filter(Boolean).join(" · ")})`);
  return copy(`${answer.answer}\n\n${say("sources")}:\n${notes.join("\n")}`);
}

async function good(button, key) {
  if (liked.has(key)) return;
  try {
    await send("POST", "/api/feedback", { answer: key, kind: "good" });
    liked.add(key);
    button.setAttribute("aria-pressed", "true");
    toast(say("thanks"));
  } catch (error) {
    failed(error);
  }
}

function bad(key) {
  reported = key;
  const kinds = $("#report-kinds");
  while (kinds.children.length > 1) kinds.lastChild.remove();
  for (const c of turn(key)?.citations ?? []) {
    const input = make("input", { type: "radio", name: "kind", value: c.number });
    kinds.append(make("label", { class: "check" }, input, say("source_n", { n: c.number })));
  }
  $("form", report).reset();
  report.returnValue = "";
  report.showModal();
}

async function sendReport() {
  if (report.returnValue !== "send") return;
  const form = $("form", report);
  const number = +form.elements.kind.value;
  const body = { answer: reported, kind: number ? "wrong_source" : "wrong_answer", comment: form.elements.comment.value };
  if (number) body.citation = number;
  try {
    await send("POST", "/api/feedback", body);
    toast(say("thanks"));
  } catch (error) {
    failed(error);
  }
}

function edit(row, number) {
  const content = $(".message-content", row);
  if ($(".editor", row)) return;
  const field = make("textarea", { rows: "2", "aria-label": say("edit") });
  field.value = words(row);
  const done = () => {
    editor.remove();
    content.hidden = false;
  };
  const submit = (event) => {
    event.preventDefault();
    if (!field.value.trim()) return;
    done();
    again({ do: "edit", turn: number, text: field.value });
  };
  const editor = make("form", { class: "editor", onsubmit: submit }, field,
    make("div", { class: "buttons" },
      make("button", { type: "button", onclick: () => { done(); $(".user-tools button", row)?.focus(); } }, say("cancel")),
      make("button", { type: "submit", class: "primary" }, say("save_ask"))));
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { event.stopPropagation(); done(); $(".user-tools button", row)?.focus(); }
    if (event.key === "Enter" && !event.shiftKey) submit(event);
  });
  content.hidden = true;
  content.after(editor);
  field.focus();
}

const chipAt = (event) => event.target.closest('#chat a[href^="#s:"]');

export function start() {
  onChange(() => rows().forEach(({ row, key }) => chips(row, key)));
  report.addEventListener("close", sendReport);
  let pressed = null; // what the pointer went down on: an answer that comes in may scroll it away before it goes up
  document.addEventListener("pointerdown", (event) => { pressed = { chip: chipAt(event), x: event.clientX, y: event.clientY }; }, true);
  document.addEventListener("click", async (event) => {
    const still = pressed && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) < 5;
    const chip = chipAt(event) ?? (still ? pressed.chip : null);
    pressed = null;
    if (!chip || !parse(chip.getAttribute("href"))) return;
    event.preventDefault();
    const message = chip.closest(".message-row");
    const list = [...new Set($$('a[href^="#s:"]', message).map((a) => a.getAttribute("href")))];
    const key = chip.dataset.key ?? null;
    if (key) await fetchTurn(key).catch(() => null);
    open(chip.getAttribute("href"), { list, opener: chip, key });
  }, true);
}
