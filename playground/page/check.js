// What Slack's own clients check before a window is sent: required fields, lengths, numbers, addresses.

function empty(value) {
  return value === null || value === undefined || value === "" || (Array.isArray(value) && !value.length);
}

function numberProblem(el, text) {
  const number = Number(text);
  if (text.trim() === "" || Number.isNaN(number)) return "Enter a number.";
  if (!el.is_decimal_allowed && !Number.isInteger(number)) return "Enter a whole number.";
  if (el.min_value !== undefined && number < Number(el.min_value)) return `Enter ${el.min_value} or more.`;
  if (el.max_value !== undefined && number > Number(el.max_value)) return `Enter ${el.max_value} or less.`;
  return null;
}

function lengthProblem(el, text) {
  const length = [...text].length;
  if (el.min_length && length < el.min_length) return `Write at least ${el.min_length} characters.`;
  if (el.max_length && length > el.max_length) return `Write at most ${el.max_length} characters.`;
  return null;
}

const PROBLEMS = {
  plain_text_input: lengthProblem,
  number_input: numberProblem,
  email_text_input: (_, text) =>
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? null : "Enter an e-mail address.",
  url_text_input: (_, text) =>
    /^https?:\/\/\S+$/.test(text) ? null : "Enter a web address that begins with https://.",
};

/** block_id → sentence for every input block that cannot be sent as it is. */
export function checkFields(blocks, surface) {
  const wrong = {};
  for (const block of blocks || []) {
    if (block.type !== "input") continue;
    const value = surface.value(block.block_id, block.element);
    if (empty(value)) {
      if (!block.optional && block.element.type !== "file_input")
        wrong[block.block_id] = "Please complete this required field.";
      continue;
    }
    const problem = PROBLEMS[block.element.type]?.(block.element, String(value));
    if (problem) wrong[block.block_id] = problem;
  }
  return wrong;
}
