// Talks to the chat: commands go through gradio's hidden line, what happened is read from the messages.
import { $, $$ } from "./dom.js";

let count = 0;

export function ready() {
  return Boolean($("#wire textarea, #wire input") && $("#wire-go") && $("#ask textarea"));
}

export function whenReady(then) {
  if (ready()) return then();
  const watch = new MutationObserver(() => {
    if (!ready()) return;
    watch.disconnect();
    then();
  });
  watch.observe(document.body, { childList: true, subtree: true });
}

export function type(field, text) {
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

export function command(order) {
  whenReady(() => {
    type($("#wire textarea, #wire input"), JSON.stringify({ ...order, count: ++count }));
    // gradio takes up the value in its own next step.
    setTimeout(() => ($("#wire-go button") ?? $("#wire-go")).click(), 30);
  });
}

export const box = () => $("#ask textarea");

export function ask(question) {
  whenReady(() => {
    type(box(), question);
    setTimeout(() => $("#ask .submit-button")?.click(), 30);
  });
}

// The rows of the chat, two for each turn; `key` is set once an answer is finished.
export function rows() {
  return $$("#chat .message-row").map((row) => {
    const about = $("details.about", row);
    const mark = about && [...about.classList].find((name) => name.startsWith("a-"));
    return { row, user: row.classList.contains("user-row"), key: mark?.slice(2) ?? null };
  });
}

export const running = () => Boolean($("#ask .stop-button"));
