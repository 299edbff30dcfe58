// The live line to the server: whenever something changed for this person, the state is fetched again.
// Fetches never overlap: a change that arrives during one makes exactly one more.
import { get } from "./api.js";
import { store } from "./store.js";
import { toast } from "./toast.js";

const POLL = 4000;

/**
 * A browser keeps at most six connections to a server, and each line holds one for good. So only a
 * window that is seen has a line; one in the background asks now and then instead.
 */
export class Stream {
  constructor({ changed, connected }) {
    this.changed = changed;
    this.connected = connected;
    this.running = false;
    this.again = false;
    document.addEventListener("visibilitychange", () => this.user && this.listen(this.user));
  }

  /** Listen as this person. */
  listen(user) {
    this.source?.close();
    clearInterval(this.poll);
    this.user = user;
    if (document.hidden) this.poll = setInterval(() => this.fetch(), POLL);
    else this.open(user);
    this.fetch();
  }

  open(user) {
    const source = new EventSource(`/ui/stream?user=${encodeURIComponent(user)}`);
    source.addEventListener("open", () => {
      this.connected(true);
      this.fetch();
    });
    source.addEventListener("changed", () => this.fetch());
    source.addEventListener("error", () => this.lost(source));
    this.source = source;
  }

  // The browser tries again by itself unless the server refused; then we do, gently.
  lost(source) {
    if (source !== this.source) return;
    this.connected(false);
    if (source.readyState === EventSource.CLOSED)
      setTimeout(() => source === this.source && this.listen(this.user), 3000);
  }

  async fetch() {
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = true;
    const user = this.user;
    try {
      const state = await get(`/ui/state?user=${encodeURIComponent(user)}`);
      if (user === this.user && user === store.me) this.changed(state);
      this.connected(true);
      this.told = false;
    } catch (error) {
      this.connected(false);
      if (!this.told) toast(error.message, "error");
      this.told = true;
    }
    this.running = false;
    if (this.again || user !== this.user) {
      this.again = false;
      this.fetch();
    }
  }
}
