// The messages of the open chat: bubbles, buttons, edits in place.
import { el, icon } from "/wire.js";
import { rich } from "/text.js";

const HUES = [210, 150, 265, 20, 330, 185];
const QUIET = "M8.5 5.5A6 6 0 0 1 18 10.5c0 2.6.5 4.2 1 5.2M6.2 8.6A8 8 0 0 0 6 10.5c0 5-2 6-2 6h12M10.5 19.5a1.8 1.8 0 0 0 3 0M4 4l16 16";
const PAPER = "M7 3.5h7l4 4v13H7zM14 3.5v4h4";

export function hue(id) {
  return HUES[Math.abs(Number(id)) % HUES.length];
}

export class ChatView {
  /** @param act press(message, button) gives a promise; command(text); copied(text); reply(message) */
  constructor(root, list, act) {
    this.root = root;
    this.list = list;
    this.act = act;
    this.rows = new Map();
    this.follow = true;
    root.addEventListener("scroll", () => { this.follow = this.distance() < 60; this.onscroll?.(this.follow); });
    new ResizeObserver(() => this.settle()).observe(root);
  }

  distance() {
    return this.root.scrollHeight - this.root.scrollTop - this.root.clientHeight;
  }

  open(chat, me) {
    this.chat = chat;
    this.me = me;
    this.rows.clear();
    this.list.replaceChildren();
    for (const message of chat.messages) this.append(message, false);
    if (!chat.messages.length) this.list.append(this.welcome());
    this.follow = true;
    this.settle();
  }

  welcome() {
    return el("li", { class: "welcome" },
      el("p", {}, el("b", {}, "Nothing here yet"), el("br"), "Write something, or try"),
      el("p", {}, ...["/status", "/help", "/whoami"].map((command) =>
        el("button", { type: "button", class: "pill", onclick: () => this.act.command(command) }, command))));
  }

  /** A message that is new, or looks different now. */
  put(message) {
    const old = this.rows.get(message.message_id);
    if (!old) return this.append(message, true);
    const row = this.row(message);
    row.classList.add("changed");
    old.replaceWith(row);
    this.rows.set(message.message_id, row);
    this.group(row);
    this.group(row.nextElementSibling);
    this.settle();
  }

  remove(id) {
    const row = this.rows.get(id);
    const next = row?.nextElementSibling;
    row?.remove();
    this.rows.delete(id);
    this.group(next);
  }

  append(message, fresh) {
    this.list.querySelector(".welcome")?.remove();
    this.separate(message);
    const row = this.row(message);
    if (fresh) row.classList.add("fresh");
    this.rows.set(message.message_id, row);
    this.list.append(row);
    this.group(row);
    this.settle();
  }

  separate(message) {
    const day = new Date(message.date * 1000).toLocaleDateString([], { day: "numeric", month: "long" });
    if (this.list.lastElementChild && this.lastDay === day) return;
    this.lastDay = day;
    this.list.append(el("li", { class: "note" }, el("span", {}, day)));
  }

  /** Neighbours of one sender stand close, and only the first is named. */
  group(row) {
    if (!row?.dataset.from) return;
    const joined = row.previousElementSibling?.dataset.from === row.dataset.from;
    row.classList.toggle("joined", joined);
  }

  settle() {
    if (this.follow) this.root.scrollTop = this.root.scrollHeight;
  }

  toNewest() {
    this.follow = true;
    this.root.scrollTo({ top: this.root.scrollHeight, behavior: calm() ? "auto" : "smooth" });
  }

  row(message) {
    const note = service(message);
    if (note) return el("li", { class: "note" }, el("span", {}, note));
    const mine = message.from?.id === this.me.id;
    const bubble = el("div", { class: "bubble" }, this.name(message, mine), this.quote(message), file(message),
      el("div", { class: "words" }, this.words(message), stamp(message)));
    const row = el("li", { class: mine ? "message mine" : "message", "data-from": message.from?.id || "chat" },
      el("div", { class: "stack" }, bubble, this.keyboard(message)));
    bubble.addEventListener("dblclick", () => this.act.reply(message));
    return row;
  }

  words(message) {
    const text = message.text ?? message.caption ?? "";
    return rich(text, message.entities ?? message.caption_entities, this.act);
  }

  name(message, mine) {
    if (mine || this.chat.kind === "private") return null;
    const name = el("span", { class: "name" }, message.from?.first_name || this.chat.title);
    name.style.setProperty("--hue", hue(message.from?.id || 0));
    return name;
  }

  quote(message) {
    const original = message.reply_to_message;
    if (!original) return null;
    return el("button", { type: "button", class: "reply", onclick: () => this.jump(original.message_id) },
      el("b", {}, original.from?.first_name || this.chat.title),
      el("span", {}, (original.text ?? original.caption ?? "A file").split("\n")[0]));
  }

  jump(id) {
    const row = this.rows.get(id);
    row?.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
    row?.classList.remove("changed");
    requestAnimationFrame(() => row?.classList.add("changed"));
  }

  keyboard(message) {
    const rows = message.reply_markup?.inline_keyboard;
    if (!rows?.length) return null;
    return el("div", { class: "keyboard" }, ...rows.map((buttons) =>
      el("div", { class: "keys" }, ...buttons.map((button) => this.key(message, button)))));
  }

  key(message, button) {
    const look = { class: "key " + (button.style || ""), type: "button" };
    if (button.url) {
      const safe = /^(https?|tg):/i.test(button.url) ? button.url : null;
      return el("a", { class: look.class, href: safe, target: "_blank", rel: "noopener noreferrer" }, button.text,
        icon("M9 7h8v8M17 7 7 17", "corner"));
    }
    if (button.copy_text) {
      return el("button", { ...look, onclick: () => this.act.copied(button.copy_text.text) }, button.text,
        icon("M9 9h9v9H9zM6 15V6h9", "corner"));
    }
    const key = el("button", look, button.text);
    key.addEventListener("click", async () => {
      if (key.getAttribute("aria-busy")) return;
      key.setAttribute("aria-busy", "true");
      await this.act.press(message, button);
      key.removeAttribute("aria-busy");
    });
    return key;
  }
}

function calm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

function stamp(message) {
  const at = new Date((message.edit_date || message.date) * 1000);
  const clock = at.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return el("span", { class: "stamp", title: at.toLocaleString() },
    message.silent ? el("span", { title: "Delivered without sound" }, icon(QUIET, "quiet-bell"), el("span", { class: "unseen" }, "silent ")) : null,
    message.edit_date ? "edited " + clock : clock);
}

function file(message) {
  const held = message.document || message.photo?.[0];
  if (!held) return null;
  const size = held.file_size < 1024 ? held.file_size + " B" : Math.round(held.file_size / 1024) + " KB";
  const name = held.file_name || "picture";
  return el("a", { class: "file", href: "/file?id=" + encodeURIComponent(held.file_id), download: name },
    el("span", { class: "file-face" }, icon(PAPER)),
    el("span", { class: "file-words" }, el("b", {}, name), el("span", {}, size)));
}

function service(message) {
  if (message.new_chat_members) return message.new_chat_members.map((one) => one.first_name).join(", ") + " joined";
  if (message.left_chat_member) return message.left_chat_member.first_name + " left";
  if (message.pinned_message) return "Pinned a message";
  if (message.forum_topic_created) return "Opened the topic " + message.forum_topic_created.name;
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return "The group became a supergroup";
  return null;
}
