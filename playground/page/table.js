// Tables: the first row names the columns; wide ones scroll sideways by themselves, not the page.
import { h } from "./dom.js";
import { textObject } from "./mrkdwn.js";
import { richText } from "./richtext.js";

function cell(value) {
  if (value?.type === "rich_text") return richText(value);
  if (value?.type === "raw_number") return String(value.number ?? value.text ?? "");
  if (value?.type === "raw_text" || typeof value?.text === "string")
    return value.type === "mrkdwn" ? textObject(value) : String(value.text ?? "");
  return textObject(value);
}

/** A `table` or `data_table` block. */
export function tableBlock(block) {
  const settings = block.column_settings || [];
  const look = (index) =>
    `${settings[index]?.align || "left"}${settings[index]?.is_wrapped === false ? " nowrap" : ""}`;
  const [head = [], ...rows] = (block.rows || []).map((row) => row.cells || row);
  const caption = block.caption
    ? h("caption", {}, typeof block.caption === "string" ? block.caption : textObject(block.caption))
    : null;
  return h(
    "div",
    { class: "block table-wrap", tabindex: 0, role: "region", "aria-label": "Table" },
    h(
      "table",
      {},
      caption,
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          head.map((value, index) => h("th", { scope: "col", class: look(index) }, cell(value))),
        ),
      ),
      h(
        "tbody",
        {},
        rows.map((row) =>
          h(
            "tr",
            {},
            row.map((value, index) => h("td", { class: look(index) }, cell(value))),
          ),
        ),
      ),
    ),
  );
}
