// What people drop later, or twice: single returns, another folder of the same name, something while a folder is being read.
import { cpSync, mkdirSync, renameSync } from "node:fs";
import { basename, join } from "node:path";

/** Parts of `whole.mjs`, with what they share with the others. */
export function later({ file, root, work, chromium, hold, copied, native, drop, settled, text, taken, same, counts }) {
  const samples = join(root, "samples");

  /** Drops once more, and waits for what comes of it. */
  async function again(page, files) {
    await drop(page, files);
    await page.waitForFunction(() => document.body.dataset.state !== "done");
    return settled(page);
  }

  return {
    // A return that comes late is counted as if it had lain in the campaign's inbox: with the folder, and after it.
    async late() {
      const folder = copied("muon", join(samples, "kontum-2016"));
      const name = "STC 2016.xlsx";
      const [inside, late] = [join(folder, "phieu-nop", name), join(work, name)];
      const wanted = native(folder);
      renameSync(inside, late);
      for (const isTogether of [false, true]) {
        const page = await chromium.opened(file);
        await drop(page, isTogether ? [folder, late] : [folder]);
        hold(await settled(page) === "", "no result");
        if (!isTogether) hold(await again(page, [late]) === "", "no result with a late return");
        hold(wanted.said.includes(await text(page, "verdict")), `another verdict with a late return: ${await text(page, "verdict")}`);
        await counts(page);
        const all = await taken(page);
        const [own, other] = [all, wanted.made].map((made) => made.get("muon-tong-hop.json"));
        const totals = (json) => JSON.stringify(JSON.parse(json).levels.map(({ rows }) => rows.map(({ name, score }) => [name, score.total])));
        hold(totals(own) === totals(other), "other totals with a late return");
        await page.close();
      }
    },

    // Returns without a folder; two of one name are two.
    async alone() {
      const [one, other] = ["x1", "x2"].map((name) => join(work, name));
      const [first, second] = ["STC 2016.xlsx", "SNV 2016.xlsx"];
      for (const [folder, name] of [[one, first], [other, second]]) {
        mkdirSync(folder);
        cpSync(join(samples, "kontum-2016/phieu-nop", name), join(folder, "phieu.xlsx"));
      }
      const page = await chromium.opened(file);
      await drop(page, [join(one, "phieu.xlsx")]);
      hold(await settled(page) === "", "one return has no result");
      hold((await counts(page)).all === 1, "not one return");
      hold(await again(page, [join(other, "phieu.xlsx")]) === "", "two returns have no result");
      hold((await counts(page)).all === 2, "of two returns of one name one is lost");
      // They are none of a folder that comes then.
      const folder = copied("sau", join(samples, "kontum-2016/phieu-nop"));
      hold(await again(page, [folder]) === "", "a folder after single returns has no result");
      const wanted = native(folder);
      hold(wanted.said.includes(await text(page, "verdict")), `another verdict after single returns: ${await text(page, "verdict")}`);
      await page.close();
    },

    // Another folder of the same name has nothing of the first; the same folder keeps what went with it.
    async twins() {
      const [one, other] = ["kontum-2016", "kontum-2017"].map((year) => copied(`${year}-x/phieu`, join(samples, year, "phieu-nop")));
      const extra = copied("thêm.xlsx", join(samples, "kontum-2017/phieu-nop", "Sở KH&CN - Phiếu tự chấm điểm CNTT 2017.xlsx"));
      const page = await chromium.opened(file);
      await drop(page, [one, extra]);
      hold(await settled(page) === "", "no result");
      const with_extra = (await counts(page)).all;
      hold(await again(page, [one]) === "", "no result of the same folder");
      hold((await counts(page)).all === with_extra, "what went with a folder is lost when it is dropped again");
      hold(await again(page, [other]) === "", "no result of another folder");
      const wanted = native(other);
      hold(wanted.said.includes(await text(page, "verdict")), `what went with another ${basename(other)} counts: ${await text(page, "verdict")}`);
      await page.close();
    },

    // What is dropped while a folder is being read goes with that folder, and not with the one of the last result.
    async busy() {
      const [one, other] = [copied("nam-2016", join(samples, "kontum-2016")), copied("nam-2017", join(samples, "kontum-2017"))];
      const last = copied("kontum-2016-tong-hop.xlsx", join(samples, "kontum-2016-tong-hop.xlsx"));
      const page = await chromium.opened(file);
      await drop(page, [one]);
      hold(await settled(page) === "", "no result");
      await drop(page, [other]);
      await page.waitForFunction(() => document.body.dataset.state === "busy");
      await new Promise((done) => setTimeout(done, 100));
      await drop(page, [last]);
      await page.waitForFunction(() => document.body.dataset.state !== "busy", { timeout: 60000 });
      hold(await settled(page) === "", "no result of the second folder");
      const wanted = native(other, ["--previous", basename(last)]);
      hold(wanted.said.includes(await text(page, "verdict")), `the folder that was being read is lost: ${await text(page, "verdict")}`);
      same("dropped while it was read", await taken(page), wanted.made);
      await page.close();
    },
  };
}
