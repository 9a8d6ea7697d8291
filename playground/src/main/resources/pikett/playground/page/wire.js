// Talks with the playground: reads what there is, follows what changes, and hands in what is done.

async function read(response) {
  const body = await response.json();
  if (!response.ok) throw new Error(body.error || response.statusText);
  return body;
}

export async function view(person) {
  return read(await fetch("/view?as=" + person));
}

export async function post(path, deed) {
  return read(await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(deed),
  }));
}

/** Follows the changes after a number; ends with the returned function. */
export function follow(person, after, on) {
  const source = new EventSource("/events?as=" + person + "&after=" + after);
  source.addEventListener("cloud", (event) => on.cloud(JSON.parse(event.data)));
  source.addEventListener("world", (event) => on.world(JSON.parse(event.data)));
  source.addEventListener("reload", () => on.reload());
  source.addEventListener("open", () => on.line(true));
  source.addEventListener("error", () => on.line(false));
  return () => source.close();
}

/** An element with its attributes and children; text becomes text, never markup. */
export function el(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "class") element.className = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/** A line drawing of 24 by 24. */
export function icon(path, name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("icon", ...(name ? [name] : []));
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}
