// Conversations are kept in this browser: named, searchable, restored after a reload or a restart of the server.
import { $, $$, ask, call, data, failed, icon, iconButton, make, say, store, toast } from "./dom.js";
import { fetchTurn, remember } from "./turns.js";
import { command, rows, running } from "./wire.js";

const KEY = "trich.conversations";
const MOST = 100;
let current = null; // id of the open conversation
let restoring = null; // the conversation that the chat was asked to show
let stale = new Set(); // keys of answers that are about to leave the page

const all = () => store.get(KEY, []);
const find = (id) => all().find((c) => c.id === id);

function save(list) {
  const rest = [...list].sort((a, b) => b.updated - a.updated).slice(0, MOST);
  // A full storage lets the oldest go.
  while (rest.length && !store.set(KEY, rest)) rest.pop();
  if (!rest.length) store.set(KEY, []);
  draw();
}

export const any = () => all().length > 0;

function setCurrent(id) {
  current = id;
  try { id ? sessionStorage.setItem("trich.current", id) : sessionStorage.removeItem("trich.current"); } catch { /* private mode */ }
}

const shownKeys = () => rows().filter((r) => r.key).map((r) => r.key);

// The finished turns on the page become the open conversation's turns.
export async function keep() {
  if (running()) return;
  const keys = shownKeys();
  if (keys.some((key) => stale.has(key))) return;
  if (restoring) {
    if (keys.length < restoring.turns.length) return;
    // What was kept says more than what the server can restore, such as the twin of a paragraph.
    restoring.turns.forEach((kept, n) => remember(keys[n], kept));
    restoring = null;
  }
  if (!keys.length) return; // an emptied chat forgets nothing that was kept
  const turns = await Promise.all(keys.map(fetchTurn));
  if (restoring || keys.some((key) => stale.has(key))) return; // another conversation was opened meanwhile
  const list = all();
  const old = list.find((c) => c.id === current);
  if (old && JSON.stringify(old.turns) === JSON.stringify(turns)) return;
  if (!old) setCurrent(crypto.randomUUID?.() ?? String(Math.random()).slice(2));
  const conversation = { id: current, name: old?.name ?? turns[0].question.slice(0, 80), updated: Date.now(), turns };
  save([conversation, ...list.filter((c) => c.id !== current)]);
}

export function begin() {
  restoring = null;
  stale = new Set(shownKeys());
  setCurrent(null);
  command({ do: "clear" });
  draw();
  $("#ask textarea")?.focus();
}

// The turns from `turn` on are about to be replaced: what comes of it is kept as a conversation of its own.
export function branch(turn) {
  stale = new Set(rows().slice(2 * turn).filter((r) => r.key).map((r) => r.key));
  setCurrent(null);
  draw();
}

function openOne(id) {
  const conversation = find(id);
  if (!conversation) return;
  setCurrent(id);
  restoring = conversation;
  stale = new Set(shownKeys());
  command({ do: "open", turns: conversation.turns });
  draw();
}

function remove(id) {
  if (!confirm(say("delete_sure", { name: find(id)?.name ?? "" }))) return;
  save(all().filter((c) => c.id !== id));
  if (id === current) begin();
  $("#new").focus();
}

function rename(item, conversation) {
  const field = make("input", { type: "text", maxlength: "80", "aria-label": say("name") });
  field.value = conversation.name;
  const finish = (keepIt) => {
    if (!field.isConnected) return;
    const name = field.value.trim();
    if (keepIt && name) save(all().map((c) => (c.id === conversation.id ? { ...c, name } : c)));
    else draw();
  };
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") finish(true);
    if (event.key === "Escape") { event.stopPropagation(); finish(false); }
  });
  field.addEventListener("blur", () => finish(true));
  item.replaceChildren(field);
  field.select();
}

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();

function draw() {
  const wanted = plain($("#find").value.trim());
  const list = all();
  const found = list.filter((c) =>
    !wanted || plain([c.name, ...c.turns.flatMap((t) => [t.question, t.answer])].join(" ")).includes(wanted));
  const items = found.map((c) => {
    const item = make("li", {});
    const pick = make("button", { type: "button", class: "pick", onclick: () => openOne(c.id) }, c.name);
    if (c.id === current) pick.setAttribute("aria-current", "true");
    item.append(pick,
      iconButton("edit", `${say("rename")}: ${c.name}`, () => rename(item, c)),
      iconButton("trash", `${say("delete")}: ${c.name}`, () => remove(c.id)));
    return item;
  });
  if (!items.length) items.push(make("li", { class: "hint" }, say(list.length ? "no_match" : "empty")));
  $("#conversation-list").replaceChildren(...items);
  const none = !find(current);
  $$(".exports button").forEach((button) => (button.disabled = none));
}

async function save_as(form) {
  const conversation = find(current);
  if (!conversation) return;
  const body = { form, name: conversation.name, language: data.language, turns: conversation.turns };
  const answer = await ask("/api/export", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error((await answer.json()).error.message);
  const link = make("a", { href: URL.createObjectURL(await answer.blob()), download: `${conversation.name.slice(0, 60)}.${form}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

export function start() {
  for (const id of ["#new", "#new-here"]) $(id).addEventListener("click", begin);
  $("#find").addEventListener("input", draw);
  $$("[data-export]").forEach((button) =>
    button.addEventListener("click", () => save_as(button.dataset.export).catch(failed)));
  $("#print").addEventListener("click", () => print());
  addEventListener("storage", (event) => event.key === KEY && draw());
  let id = null;
  try { id = sessionStorage.getItem("trich.current"); } catch { /* private mode */ }
  if (id && find(id)) openOne(id);
  draw();
}
