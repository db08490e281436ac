// The turns of the open conversation, as the JSON that the API gives for each answer.
import { call } from "./dom.js";

const byKey = new Map();

export async function fetchTurn(key) {
  if (!byKey.has(key)) byKey.set(key, await call(`/api/answers/${key}`));
  return byKey.get(key);
}

export const remember = (key, answer) => byKey.set(key, answer);

export const turn = (key) => byKey.get(key) ?? null;

// The citation that a chip's address stands for.
export function citationAt(key, href) {
  const answer = byKey.get(key);
  const all = answer ? [...answer.citations, ...answer.nearest] : [];
  return all.find((c) => address(c) === href) ?? null;
}

export const address = (c) => `#s:${encode(c.article)}:${c.paragraph}:${c.start}-${c.end}`;

// Python's quote() leaves fewer characters as they are than encodeURIComponent does.
const encode = (text) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
