// Where one writes: grows with the text, offers the commands of the menu, answers a message.
import { el } from "/wire.js";

export class Composer {
  /** @param send what becomes of a text and of the message it answers */
  constructor(form, menu, send) {
    this.form = form;
    this.menu = menu;
    this.send = send;
    this.text = form.querySelector("textarea");
    this.opener = form.querySelector("#commands");
    this.commands = [];
    this.chosen = -1;
    form.addEventListener("submit", (event) => { event.preventDefault(); this.submit(); });
    this.text.addEventListener("input", () => this.changed());
    this.text.addEventListener("keydown", (event) => this.pressed(event));
    this.opener.addEventListener("click", () => this.toggle());
    document.addEventListener("click", (event) => {
      if (!menu.contains(event.target) && !form.contains(event.target)) this.close();
    });
    this.changed();
  }

  use(commands) {
    this.commands = commands;
    this.opener.hidden = !commands.length;
    if (!this.menu.hidden) this.offer(this.matching());
  }

  answer(message) {
    this.replyTo = message;
    this.form.querySelector(".answering")?.remove();
    if (!message) return;
    const words = (message.text ?? message.caption ?? "A file").split("\n")[0];
    this.form.prepend(el("div", { class: "answering" },
      el("span", {}, el("b", {}, message.from?.first_name || ""), words),
      el("button", { type: "button", "aria-label": "Do not answer it", onclick: () => this.answer(null) }, "✕")));
    this.text.focus();
  }

  async submit() {
    const text = this.text.value.trim();
    if (!text) return;
    this.close();
    const sent = await this.send(text, this.replyTo?.message_id);
    if (!sent) return;
    this.text.value = "";
    this.answer(null);
    this.changed();
  }

  changed() {
    this.text.style.height = "auto";
    this.text.style.height = Math.min(this.text.scrollHeight, 132) + "px";
    this.form.classList.toggle("ready", this.text.value.trim() !== "");
    if (/^\/\w*$/.test(this.text.value)) this.offer(this.matching());
    else this.close();
  }

  matching() {
    const start = this.text.value.slice(1).toLowerCase();
    return this.commands.filter((line) => line.command.startsWith(start));
  }

  toggle() {
    if (this.menu.hidden) this.offer(this.commands);
    else this.close();
  }

  offer(lines) {
    this.offered = lines;
    this.chosen = -1;
    this.menu.replaceChildren(...lines.map((line) =>
      el("button", { type: "button", role: "option", "aria-selected": "false", onclick: () => this.take(line) },
        el("b", {}, "/" + line.command), el("span", {}, line.description))));
    this.menu.hidden = !lines.length;
    this.opener.setAttribute("aria-expanded", String(!this.menu.hidden));
  }

  close() {
    this.menu.hidden = true;
    this.opener.setAttribute("aria-expanded", "false");
  }

  take(line) {
    this.text.value = "/" + line.command;
    this.submit();
  }

  pressed(event) {
    const open = !this.menu.hidden;
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      if (open && this.chosen >= 0) this.take(this.offered[this.chosen]);
      else this.submit();
    } else if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      this.choose(event.key === "ArrowDown" ? 1 : -1);
    } else if (open && event.key === "Tab" && this.offered.length) {
      event.preventDefault();
      this.text.value = "/" + this.offered[Math.max(0, this.chosen)].command + " ";
      this.changed();
    } else if (event.key === "Escape") {
      this.close();
      this.answer(null);
    }
  }

  choose(step) {
    this.chosen = (this.chosen + step + this.offered.length) % this.offered.length;
    [...this.menu.children].forEach((option, at) => {
      option.setAttribute("aria-selected", String(at === this.chosen));
      if (at === this.chosen) option.scrollIntoView({ block: "nearest" });
    });
  }
}
