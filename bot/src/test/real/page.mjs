// Drives the demo page as a person does, checks what it shows, and takes the README's pictures.
// page.mjs ADDRESS CHROMIUM FOLDER
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';

const [address, executablePath, folder] = process.argv.slice(2);
const { chromium } = createRequire(path.join(folder, 'package.json'))('playwright-core');
const SERVICE = 'ai-admin-api';
const PATIENCE = 60_000;

const browser = await chromium.launch({
  executablePath,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});

/** A page on the phone's chat, and what broke in it. */
async function open(viewport, deviceScaleFactor) {
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    timezoneId: 'Europe/Berlin',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.broken = [];
  page.on('pageerror', (error) => page.broken.push(String(error)));
  page.on('response', (response) => response.ok() || page.broken.push(`${response.status()} ${response.url()}`));
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await page.waitForSelector('#cast button');
  return page;
}

const bubbles = (page) => page.locator('#list > li');

/** Waits until a message from the given place on shows all of the words. */
async function shows(page, from, ...words) {
  const find = ([first, all]) =>
    [...document.querySelectorAll('#list > li')].findIndex(
      (item, at) => at >= first && all.every((word) => item.innerText.includes(word)),
    );
  // Not waitForFunction: the page's own policy, rightly, lets no text become code.
  for (const end = Date.now() + PATIENCE; Date.now() < end; await page.waitForTimeout(200)) {
    const at = await page.evaluate(find, [from, words]);
    if (at >= 0) {
      return bubbles(page).nth(at);
    }
  }
  assert.fail(`no message shows ${JSON.stringify(words)}; the last is: ${await bubbles(page).last().innerText()}`);
}

/** Types a line and waits until an answer to it shows all of the words. */
async function ask(page, line, ...words) {
  const before = await bubbles(page).count();
  await page.fill('#text', line);
  await page.press('#text', 'Enter');
  return shows(page, before + 1, ...words);
}

const tap = (message, label) => message.locator(`button:has-text("${label}")`).first().click();
const service = (page) => page.locator(`#services section[aria-label="${SERVICE}"]`);

/** Asks for the status until it shows the words: a service is believed to be up, or to loop, after a while. */
async function sees(page, words, line = '/status') {
  for (let tries = 0; ; tries++) {
    const status = await ask(page, line, 'As of', SERVICE);
    const text = await status.innerText();
    if (text.includes(words)) {
      return status;
    }
    assert.ok(tries < 12, `not seen: ${words}, but ${text}`);
    await page.waitForTimeout(3000);
  }
}

/** What the phone shows, from the head of the chat on. */
async function photograph(page, name) {
  await page.evaluate(() => document.querySelector('#messages').scrollTo(0, 1e9));
  const head = await page.locator('#head').boundingBox();
  const { width, height } = page.viewportSize();
  await page.screenshot({ path: path.join(folder, name), clip: { x: 0, y: head.y, width, height: height - head.y } });
}

try {
  const desk = await open({ width: 1280, height: 860 }, 1);
  await sees(desk, 'All is well');

  // Break a service in the world: its card comes into the group by itself.
  const phone = await open({ width: 390, height: 844 }, 2);
  await phone.locator('#chats button', { hasText: 'ops' }).click();
  const before = await bubbles(phone).count();
  await service(desk).locator('button:has-text("Loop")').click();
  await desk.locator(`#services section[aria-label="${SERVICE}"][data-mood="looping"]`).waitFor();
  const card = await shows(phone, before, `🔴 ${SERVICE}`, 'restart loop', 'critical');
  assert.doesNotMatch(await card.innerText(), /undefined|null/);
  await sees(desk, `${SERVICE} · restart loop`);

  // It is taken by a name. One tap does nothing yet; the second does, and the card says that it helped.
  await tap(card, 'Take');
  await shows(phone, before, `🔴 ${SERVICE}`, 'anna has it since');
  await photograph(phone, 'card.png');
  await tap(card, 'Restart');
  const offer = await shows(phone, before + 1, `Restart ${SERVICE}?`);
  assert.equal(await service(desk).getAttribute('data-mood'), 'looping');
  await tap(offer, 'Restart');
  await shows(phone, before + 1, `${SERVICE} was restarted`, 'by anna', 'exit 0', 'no restart since');
  await shows(phone, before, `✅ ${SERVICE}`, 'anna has it since', `anna: ✅ ${SERVICE} was restarted`);
  await desk.locator(`#services section[aria-label="${SERVICE}"][data-mood="healthy"]`).waitFor();
  await photograph(phone, 'phone.png');
  await desk.locator('#chats button', { hasText: 'ops' }).click();
  await shows(desk, 0, `✅ ${SERVICE}`, 'was restarted');
  await desk.screenshot({ path: path.join(folder, 'playground.png') });
  await desk.locator('#chats button', { hasText: 'Pikett' }).click();

  // It stays so, and the button under a status asks before it acts.
  const status = await sees(desk, 'All is well', `/status ${SERVICE}`);
  await tap(status, 'Restart');
  await tap(await shows(desk, 0, `Restart ${SERVICE}?`), 'Cancel');
  await shows(desk, 0, 'Cancelled by anna. Nothing was run.');

  // The other people of the cast see what their role allows.
  await desk.locator('#cast button', { hasText: 'Lena' }).click();
  await desk.locator('#cast button[aria-pressed="true"]', { hasText: 'Lena' }).waitFor();
  await ask(desk, `/restart ${SERVICE}`, 'needs the role operator');

  assert.deepEqual([...desk.broken, ...phone.broken], []);
} finally {
  await browser.close();
}
