// The settings of this session, and light or dark.
import { $, call, dialog, failed, say, send, toast } from "./dom.js";

const box = dialog("#settings");
const form = $("form", box);
let before = null;

function fill(state) {
  before = state;
  for (const name of ["base_url", "model", "passages"]) form.elements[name].value = state[name];
  form.elements.strict.checked = state.strict;
  form.elements.api_key.value = "";
  form.elements.api_key.placeholder = state.key ? say("key_set") : "";
  for (const name of ["base_url", "api_key"]) form.elements[name].disabled = !state.endpoint_free;
  $("#locked").hidden = state.endpoint_free;
  $("#settings-state").textContent =
    state.answers === "extractive" ? say("extractive") : say("answers_by", { model: state.answers });
}

async function show() {
  try {
    fill(await call("/api/settings"));
    box.returnValue = "";
    box.showModal();
  } catch (error) {
    failed(error);
  }
}

async function save() {
  if (box.returnValue !== "save") return;
  const body = { passages: +form.elements.passages.value, strict: form.elements.strict.checked };
  body.model = form.elements.model.value.trim();
  if (before.endpoint_free) {
    body.base_url = form.elements.base_url.value.trim();
    if (form.elements.api_key.value) body.api_key = form.elements.api_key.value;
  }
  form.elements.api_key.value = "";
  try {
    fill(await send("PUT", "/api/settings", body));
    toast(say("saved"));
  } catch (error) {
    failed(error);
  }
}

function dark(on) {
  document.documentElement.dataset.theme = on ? "dark" : "light";
  document.body.classList.toggle("dark", on);
}

export function start() {
  $("#open-settings").addEventListener("click", show);
  box.addEventListener("close", save);
  const isDark = () => document.documentElement.dataset.theme === "dark";
  dark(isDark());
  $("#theme").addEventListener("click", () => {
    dark(!isDark());
    try { localStorage.setItem("trich.theme", isDark() ? "dark" : "light"); } catch { /* private mode */ }
  });
  // gradio sets the class by the system's preference; the reader's choice wins.
  new MutationObserver(() => document.body.classList.contains("dark") !== isDark() && dark(isDark()))
    .observe(document.body, { attributes: true, attributeFilter: ["class"] });
}
