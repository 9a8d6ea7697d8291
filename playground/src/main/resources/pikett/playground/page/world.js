// The world beside the phone: what each service does, and the levers.
import { el } from "/wire.js";

const MODES = [
  ["healthy", "Healthy", "All is well"],
  ["slow", "Slow", "Health answers after four seconds"],
  ["degraded", "Degraded", "The session reconnects, its jobs fail"],
  ["unhealthy", "Unhealthy", "Health answers 503"],
  ["looping", "Loop", "Throws a second after each start"],
];
const KEPT = 90;

export class WorldView {
  /** @param pull what happens when a lever is pulled */
  constructor(root, pull) {
    this.root = root;
    this.pull = pull;
    this.cards = new Map();
    this.depths = [];
    root.querySelector("#heal").addEventListener("click", () => pull({ lever: "heal" }));
  }

  show(world) {
    this.root.hidden = false;
    for (const service of world.services) this.card(service).update(service);
    this.queue(world);
    this.rules(world);
  }

  card(service) {
    if (!this.cards.has(service.name)) {
      const card = new ServiceCard(service.name, this.pull);
      this.cards.set(service.name, card);
      this.root.querySelector("#services").append(card.root);
    }
    return this.cards.get(service.name);
  }

  queue(world) {
    const place = this.root.querySelector("#queue");
    if (!this.queueCard) {
      this.queueCard = new QueueCard(this.pull);
      place.append(this.queueCard.root);
    }
    this.depths = [...this.depths, world.queue.waiting].slice(-KEPT);
    this.queueCard.update(world, this.depths);
  }

  rules(world) {
    const place = this.root.querySelector("#rules");
    if (!this.heals) {
      this.heals = el("input", {
        type: "checkbox", role: "switch", id: "heals",
        onchange: (event) => this.pull({ lever: "restart-heals", on: event.target.checked }),
      });
      place.append(
        el("label", { class: "switch", for: "heals" },
          el("span", { class: "grow" }, el("b", {}, "A restart heals"), el("span", {}, "Off: what is broken comes back broken")),
          this.heals));
    }
    this.heals.checked = world.restartHeals;
  }
}

class ServiceCard {
  constructor(name, pull) {
    this.modes = new Map(MODES.map(([mode, label, title]) => [mode,
      el("button", { type: "button", title, onclick: () => pull({ lever: "mode", service: name, mode }) }, label)]));
    this.state = el("span", { class: "state" });
    this.facts = el("p", { class: "facts" });
    this.power = el("button", { type: "button", onclick: () => pull({ lever: this.up ? "stop" : "start", service: name }) });
    this.crash = el("button", { type: "button", class: "hurts", title: "Ends with an error, once", onclick: () => pull({ lever: "crash", service: name }) }, "Crash");
    this.root = el("section", { class: "card", "aria-label": name },
      el("header", {}, el("h3", {}, name), this.state),
      el("div", { class: "below" }, this.facts, el("div", { class: "deeds" }, this.crash, this.power)),
      el("div", { class: "levers", role: "group", "aria-label": "How " + name + " behaves" }, ...this.modes.values()));
  }

  update(service) {
    this.up = service.status === "online";
    this.root.dataset.mood = this.up ? service.mode : "stopped";
    this.state.textContent = service.status;
    this.facts.textContent = [
      service.restarts === 1 ? "1 restart" : service.restarts + " restarts",
      this.up ? "up " + ago(service.upSince) : null,
      service.memoryBytes ? Math.round(service.memoryBytes / 1048576) + " MB" : null,
      service.lastExit === undefined ? null : "exit " + service.lastExit,
    ].filter(Boolean).join(" · ");
    for (const [mode, button] of this.modes) button.setAttribute("aria-pressed", String(mode === service.mode));
    this.power.textContent = this.up ? "Stop" : "Start";
    this.crash.disabled = !this.up;
  }
}

class QueueCard {
  constructor(pull) {
    this.depth = el("b", { class: "depth" });
    this.facts = el("p", { class: "facts" });
    this.line = document.createElementNS("http://www.w3.org/2000/svg", "polyline");
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 100 28");
    svg.setAttribute("preserveAspectRatio", "none");
    svg.setAttribute("aria-hidden", "true");
    svg.append(this.line);
    this.flood = el("button", { type: "button", onclick: () => pull({ lever: "flood", on: !this.flooding }) });
    this.root = el("section", { class: "card queue", "aria-label": "The queue messages" },
      el("header", {}, el("h3", {}, "queue messages"), el("span", { class: "state" }, this.depth, " waiting")),
      svg, el("div", { class: "below" }, this.facts, el("div", { class: "deeds" }, this.flood)));
  }

  update(world, depths) {
    const jobs = world.queue;
    this.flooding = world.flooding;
    this.root.dataset.mood = jobs.waiting > 500 ? "looping" : jobs.waiting > 100 ? "degraded" : "healthy";
    this.depth.textContent = jobs.waiting;
    this.facts.textContent = `${jobs.active} active · ${jobs.delayed} delayed · ${jobs.failed} failed`;
    this.flood.textContent = world.flooding ? "Stop the flood" : "Fill with failing jobs";
    this.flood.setAttribute("aria-pressed", String(world.flooding));
    const top = Math.max(20, ...depths);
    const step = 100 / (KEPT - 1);
    this.line.setAttribute("points", depths
      .map((depth, at) => `${((KEPT - depths.length + at) * step).toFixed(1)},${(26 - (depth / top) * 24).toFixed(1)}`)
      .join(" "));
  }
}

function ago(millis) {
  const seconds = Math.max(0, Math.round((Date.now() - millis) / 1000));
  if (seconds < 60) return seconds + " s";
  if (seconds < 3600) return Math.floor(seconds / 60) + " min";
  return Math.floor(seconds / 3600) + " h " + Math.floor((seconds % 3600) / 60) + " min";
}
