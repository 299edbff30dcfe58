// Talking to the workspace server. Every refusal arrives as one clear sentence and is shown as such.
import { toast } from "./toast.js";

const LOST = "The workspace server does not answer. Is `make run` still running?";

async function read(response) {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return { ok: false, error: `The server answered ${response.status} without an explanation.` };
  }
}

/** GET as JSON; throws an Error whose message is fit to be shown. */
export async function get(path) {
  const response = await fetch(path, { cache: "no-store" }).catch(() => {
    throw new Error(LOST);
  });
  const answer = await read(response);
  if (!response.ok || answer.ok === false)
    throw new Error(answer.error || `The server answered ${response.status}.`);
  return answer;
}

/**
 * POST JSON. Returns the answer, always with `ok`; a refusal has been shown as a toast already
 * unless it names fields (`errors`), which the window shows in place.
 */
export async function post(path, body) {
  let answer;
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    answer = await read(response);
    answer.ok = answer.ok ?? response.ok;
  } catch {
    answer = { ok: false, error: LOST };
  }
  if (answer.ok === false && !answer.errors) toast(answer.error || "That did not work.", "error");
  else if (answer.warning) toast(answer.warning, "warning");
  return answer;
}
