// Waits until the chat is loaded, or has failed to load, then shows the page that says so.
const look = async () => {
  try {
    const answer = await fetch("/healthz", { cache: "no-store" });
    if ((await answer.json()).chat !== "loading") return location.reload();
  } catch { /* the server may be restarting */ }
  setTimeout(look, 300);
};
look();
