// Waits until the chat is loaded, then shows it.
const look = async () => {
  try {
    const answer = await fetch("/healthz", { cache: "no-store" });
    if ((await answer.json()).ready) return location.reload();
  } catch { /* the server may be restarting */ }
  setTimeout(look, 300);
};
look();
