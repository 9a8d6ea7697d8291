// Text with entities, as a tree of elements. Every character comes in as a text node.
import { el } from "/wire.js";

const SAFE = /^(https?|tg|mailto|tel):/i;

/** @param act what a tap does: command(text), copied(text) */
export function rich(text, entities, act) {
  const sorted = [...(entities || [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return fill(document.createDocumentFragment(), text, sorted, 0, text.length, act);
}

function fill(parent, text, entities, from, to, act) {
  let at = from;
  let next = 0;
  while (next < entities.length) {
    const entity = entities[next];
    const end = Math.min(entity.offset + entity.length, to);
    let inner = next + 1;
    while (inner < entities.length && entities[inner].offset < end) inner++;
    if (entity.offset > at) parent.append(text.slice(at, entity.offset));
    const element = wrap(entity, text.slice(entity.offset, end), act);
    const place = element.querySelector?.("[data-inside]") || element;
    fill(place, text, entities.slice(next + 1, inner), Math.max(at, entity.offset), end, act);
    parent.append(element);
    at = end;
    next = inner;
    // A line break after a block is the block's own.
    if (BLOCKS.has(entity.type) && text[at] === "\n") at++;
  }
  if (at < to) parent.append(text.slice(at, to));
  return parent;
}

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

function wrap(entity, covered, act) {
  switch (entity.type) {
    case "bold": return el("b");
    case "italic": return el("i");
    case "underline": return el("u");
    case "strikethrough": return el("s");
    case "code": return el("code", { role: "button", tabindex: 0, title: "Copy", ...copies(covered, act) });
    case "pre": return pre(entity, covered, act);
    case "text_link": return link(entity.url);
    case "url": return link(SAFE.test(covered) ? covered : "https://" + covered);
    case "email": return link("mailto:" + covered);
    case "bot_command":
      return el("button", { type: "button", class: "command", onclick: () => act.command(covered) });
    case "mention": case "text_mention": case "hashtag": case "cashtag":
      return el("span", { class: "mention" });
    case "spoiler": return spoiler();
    case "blockquote": return el("blockquote");
    case "expandable_blockquote": return folded(covered);
    case "date_time": return time(entity);
    default: return el("span");
  }
}

function copies(text, act) {
  const copy = (event) => { event.stopPropagation(); act.copied(text); };
  return {
    onclick: copy,
    onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); copy(event); } },
  };
}

function pre(entity, covered, act) {
  return el("div", { class: "pre" },
    el("div", { class: "pre-head" },
      el("span", {}, entity.language || "text"),
      el("button", { type: "button", class: "copy", onclick: () => act.copied(covered) }, "Copy")),
    el("pre", { tabindex: 0 }, el("code", { "data-inside": true })));
}

function link(url) {
  if (!SAFE.test(url)) return el("span", { class: "mention" });
  return el("a", { href: url, target: "_blank", rel: "noopener noreferrer" });
}

function spoiler() {
  const element = el("span", { class: "spoiler", role: "button", tabindex: 0, "aria-label": "Hidden text" });
  const open = () => { element.classList.add("open"); element.removeAttribute("aria-label"); };
  element.addEventListener("click", open);
  element.addEventListener("keydown", (event) => { if (event.key === "Enter") open(); });
  return element;
}

/** Three lines, and all of it after a tap; short ones are not folded. */
function folded(covered) {
  const long = covered.length > 150 || covered.split("\n").length > 3;
  const inside = el("div", { "data-inside": true, class: "fold" });
  const quote = el("blockquote", { class: long ? "folded" : null }, inside);
  if (!long) return quote;
  const more = el("button", {
    type: "button", class: "more", "aria-expanded": "false",
    onclick: () => {
      const open = quote.classList.toggle("folded") === false;
      more.setAttribute("aria-expanded", open);
      more.textContent = open ? "Less" : "More";
    },
  }, "More");
  quote.append(more);
  return quote;
}

/** A moment in the time of whoever reads; the words it covers are for those who cannot show it. */
function time(entity) {
  const moment = new Date(entity.unix_time * 1000);
  return el("time", { datetime: moment.toISOString(), title: moment.toLocaleString() });
}
