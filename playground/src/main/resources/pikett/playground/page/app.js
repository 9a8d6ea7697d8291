// Holds the page together: who one is, which chat is open, and what happens when something changes.
import { view, post, follow, el } from "/wire.js";
import { ChatView, hue } from "/chat.js";
import { Composer } from "/composer.js";
import { WorldView } from "/world.js";

const $ = (id) => document.getElementById(id);
const FIRST = "111222333";

const state = { me: null, chats: [], open: null, unread: new Map() };
let stopFollowing = () => {};
let busyTimer;
let toastTimer;

const chatView = new ChatView($("messages"), $("list"), {
  press, command: (text) => say(text), copied, reply: (message) => composer.answer(message),
});
chatView.onscroll = (atEnd) => { $("down").hidden = atEnd; };
const composer = new Composer($("composer"), $("menu"), say);
const worldView = new WorldView($("world"), (lever) => attempt(() => post("/world", lever).then((world) => worldView.show(world))));

async function become(person) {
  stopFollowing();
  const seen = await view(person);
  sessionStorage.setItem("as", person);
  const before = state.me?.id === seen.me.id ? state.open : null;
  Object.assign(state, { me: seen.me, bot: seen.bot, people: seen.people, chats: seen.chats });
  if (!before) state.unread.clear();
  state.open = seen.chats.find((chat) => chat.id === before?.id) || seen.chats.find((chat) => chat.kind === "private") || seen.chats[0];
  drawCast();
  openChat(state.open);
  if (seen.world) { worldView.show(seen.world); document.body.classList.add("with-world"); }
  stopFollowing = follow(person, seen.last, {
    cloud: changed, world: (world) => worldView.show(world), reload: () => become(person),
    line: (up) => document.body.classList.toggle("offline", !up),
  });
}

function drawCast() {
  $("cast").replaceChildren(...state.people.map((person) => {
    const button = el("button", {
      type: "button", "aria-pressed": String(person.id === state.me.id), onclick: () => attempt(() => become(String(person.id))),
    }, face(person), el("span", {}, el("b", {}, person.first_name), el("small", {}, person.part)));
    return button;
  }));
}

function face(person) {
  const element = el("span", { class: "face", "aria-hidden": "true" }, person.first_name[0]);
  element.style.setProperty("--hue", hue(person.id));
  return element;
}

function drawChats() {
  $("chats").replaceChildren(...state.chats.map((chat) => {
    const unread = state.unread.get(chat.id) || 0;
    return el("button", {
      type: "button", "aria-current": chat.id === state.open.id ? "true" : null, onclick: () => openChat(chat),
    }, chat.title, unread ? el("span", { class: "badge", "aria-label": unread + " unread" }, String(unread)) : null);
  }));
}

function openChat(chat) {
  state.open = chat;
  state.unread.delete(chat.id);
  $("title").textContent = chat.title;
  $("face").textContent = chat.title[0].toUpperCase();
  $("face").style.setProperty("--hue", hue(chat.kind === "private" ? 0 : chat.id));
  subtitle();
  composer.use(chat.menu);
  composer.answer(null);
  chatView.open(chat, state.me);
  drawChats();
}

function subtitle(busy) {
  $("subtitle").textContent = busy || (state.open.kind === "private" ? "bot" : state.open.members + " members");
  $("subtitle").classList.toggle("busy", Boolean(busy));
}

function changed(change) {
  if (change.kind === "reload") return reloadSoon();
  const chat = state.chats.find((one) => one.id === change.chat);
  if (!chat) return reloadSoon();
  const here = chat.id === state.open.id;
  if (change.kind === "busy") {
    if (here) showBusy(change.action);
  } else if (change.kind === "deleted") {
    chat.messages = chat.messages.filter((one) => one.message_id !== change.id);
    if (here) chatView.remove(change.id);
  } else {
    arrive(chat, change.message, here);
  }
}

function arrive(chat, message, here) {
  const at = chat.messages.findIndex((one) => one.message_id === message.message_id);
  if (at < 0) chat.messages.push(message);
  else chat.messages[at] = message;
  if (here) {
    chatView.put(message);
    if (message.from?.is_bot) subtitle();
  } else if (at < 0 && message.from?.id !== state.me.id) {
    state.unread.set(chat.id, (state.unread.get(chat.id) || 0) + 1);
    drawChats();
  }
}

let reloading;
/** Menus come in a row of changes; one look at the end is enough. */
function reloadSoon() {
  clearTimeout(reloading);
  reloading = setTimeout(async () => {
    const seen = await view(String(state.me.id));
    for (const chat of seen.chats) {
      const known = state.chats.find((one) => one.id === chat.id);
      if (known) Object.assign(known, { menu: chat.menu, members: chat.members, title: chat.title });
      else state.chats.push(chat);
    }
    state.chats = state.chats.filter((chat) => seen.chats.some((one) => one.id === chat.id));
    if (!state.chats.includes(state.open)) openChat(state.chats[0]);
    composer.use(state.open.menu);
    subtitle();
    drawChats();
  }, 150);
}

function showBusy(action) {
  subtitle(action === "typing" ? "typing…" : action.replaceAll("_", " ") + "…");
  clearTimeout(busyTimer);
  busyTimer = setTimeout(() => subtitle(), 5000);
}

function say(text, replyTo) {
  chatView.follow = true;
  return attempt(() => post("/say", { as: String(state.me.id), chat: state.open.id, text, replyTo }));
}

async function press(message, button) {
  const answer = await attempt(() => post("/press", {
    as: String(state.me.id), chat: state.open.id, message: message.message_id, data: button.callback_data,
  }));
  if (!answer) return;
  if (!answer.answered) toast("The bot did not answer this tap");
  else if (answer.text && answer.alert) { $("alert-text").textContent = answer.text; $("alert").showModal(); }
  else if (answer.text) toast(answer.text);
}

async function copied(text) {
  if (await attempt(() => navigator.clipboard.writeText(text))) toast("Copied");
}

function toast(text) {
  $("toast").textContent = text;
  $("toast").classList.add("shown");
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => $("toast").classList.remove("shown"), 3500);
}

async function attempt(deed) {
  try {
    return (await deed()) ?? true;
  } catch (failure) {
    toast(failure.message);
    return null;
  }
}

$("down").addEventListener("click", () => chatView.toNewest());
$("show-world").addEventListener("click", () => { document.body.classList.add("at-world"); $("show-chat").focus(); });
$("show-chat").addEventListener("click", () => { document.body.classList.remove("at-world"); $("show-world").focus(); });

const asked = new URLSearchParams(location.search).get("as");
attempt(() => become(asked || sessionStorage.getItem("as") || FIRST));
