// A surface is a message, a window or the Home tab: the place where elements keep what a person
// chose until it is sent. Values outlive a redraw as long as block_id and action_id stay, as in Slack.
import { post } from "./api.js";
import { store } from "./store.js";

const surfaces = new Map();

const EMPTY = {
  plain_text_input: (el) => ({ value: el.initial_value ?? null }),
  email_text_input: (el) => ({ value: el.initial_value ?? null }),
  url_text_input: (el) => ({ value: el.initial_value ?? null }),
  number_input: (el) => ({ value: el.initial_value ?? null }),
  rich_text_input: (el) => ({ rich_text_value: el.initial_value ?? null }),
  static_select: (el) => ({ selected_option: el.initial_option ?? null }),
  external_select: (el) => ({ selected_option: el.initial_option ?? null }),
  radio_buttons: (el) => ({ selected_option: el.initial_option ?? null }),
  checkboxes: (el) => ({ selected_options: el.initial_options ?? [] }),
  multi_static_select: (el) => ({ selected_options: el.initial_options ?? [] }),
  multi_external_select: (el) => ({ selected_options: el.initial_options ?? [] }),
  users_select: (el) => ({ selected_user: el.initial_user ?? null }),
  multi_users_select: (el) => ({ selected_users: el.initial_users ?? [] }),
  datepicker: (el) => ({ selected_date: el.initial_date ?? null }),
  timepicker: (el) => ({
    selected_time: el.initial_time ?? null,
    ...(el.timezone ? { timezone: el.timezone } : {}),
  }),
  datetimepicker: (el) => ({ selected_date_time: el.initial_date_time ?? null }),
  file_input: () => ({ files: [] }),
};

/** Does this element keep a value? (Buttons and overflow menus do not.) */
export function isStateful(element) {
  return element.type in EMPTY;
}

/** The value inside an element state, whatever its key. */
export function valueOf(state) {
  const key = Object.keys(state || {}).find((name) => name !== "type" && name !== "timezone");
  return key ? state[key] : null;
}

function elementsOf(block) {
  const inner = block.child_blocks ? block.child_blocks.flatMap(elementsOf) : [];
  const own = [block.accessory, block.element, ...(block.elements || []), ...(block.actions || [])];
  return [...own.filter((el) => el?.action_id).map((el) => [block, el]), ...inner];
}

class Surface {
  constructor(where) {
    this.where = where;
    this.id = where.ts || where.view_id;
    this.kept = new Map();
    this.live = new Map();
    this.errors = {};
  }

  /** Take in the present blocks: new elements start with their initial value, gone ones are forgotten. */
  adopt(blocks, sent = {}) {
    const live = new Map();
    for (const [block, el] of (blocks || []).flatMap(elementsOf)) {
      if (!isStateful(el)) continue;
      const name = `${block.block_id}\u0000${el.action_id}`;
      const initial = JSON.stringify(EMPTY[el.type](el));
      const before = this.live.get(name);
      // In a message, another initial value means that the card was redrawn: it says what holds now.
      const stale = before && this.where.kind === "message" && before.initial !== initial;
      if (!this.kept.has(name) || stale || this.kept.get(name).type !== el.type) {
        const old = sent?.[block.block_id]?.[el.action_id];
        this.kept.set(
          name,
          !before && old?.type === el.type ? old : { type: el.type, ...JSON.parse(initial) },
        );
      }
      live.set(name, { initial, block_id: block.block_id, action_id: el.action_id });
    }
    for (const name of this.kept.keys()) if (!live.has(name)) this.kept.delete(name);
    this.live = live;
  }

  state(blockId, el) {
    return this.kept.get(`${blockId}\u0000${el.action_id}`) || { type: el.type, ...EMPTY[el.type](el) };
  }

  value(blockId, el) {
    return valueOf(this.state(blockId, el));
  }

  keep(blockId, el, value) {
    const state = this.state(blockId, el);
    const key = Object.keys(state).find((name) => name !== "type" && name !== "timezone");
    this.kept.set(`${blockId}\u0000${el.action_id}`, { ...state, [key]: value });
    delete this.errors[blockId];
  }

  /** All values as Slack sends them: block_id → action_id → element state. */
  values() {
    const out = {};
    for (const [name, { block_id: block, action_id: action }] of this.live) {
      out[block] = { ...out[block], [action]: this.kept.get(name) };
    }
    return out;
  }

  /** Tell the bot that something was chosen or pressed. */
  act(blockId, el, value) {
    return post("/ui/act", {
      user: store.me,
      where: this.where,
      block_id: blockId,
      action_id: el.action_id,
      value,
      state: this.values(),
    });
  }

  /** Options that the bot suggests for what was typed. */
  suggest(blockId, el, query) {
    return post("/ui/options", {
      user: store.me,
      where: this.where,
      block_id: blockId,
      action_id: el.action_id,
      query,
    });
  }
}

/** The surface of a message ({kind:"message", ts}) or view ({kind:"view", view_id}), made at first sight. */
export function surfaceOf(where) {
  const name = `${store.me}|${where.kind}|${where.ts || where.view_id}`;
  if (!surfaces.has(name)) surfaces.set(name, new Surface(where));
  return surfaces.get(name);
}

/** Forget a closed window's values. */
export function forget(where) {
  surfaces.delete(`${store.me}|${where.kind}|${where.ts || where.view_id}`);
}
