// Takes a peer's name, its template and data, gives the seconds of as many renderings as a line of JSON asks for.
"use strict";
const fs = require("fs");
const path = require("path");
const readline = require("readline");
const { createRequire } = require("module");

const [peer, modules, templatePath, dataPath] = process.argv.slice(2);
const load = createRequire(path.join(modules, "package.json"));
const template = fs.readFileSync(templatePath);
const data = JSON.parse(fs.readFileSync(dataPath, "utf8"));

function docxtemplater() {
  const PizZip = load("pizzip");
  const Docxtemplater = load("docxtemplater");
  const at = (scope, names) => names.reduce((value, name) => (value == null ? value : value[name]), scope);
  const truthy = (value) => (Array.isArray(value) ? value.length > 0 : Boolean(value));
  // Dots and conditions, in the fewest steps: the official parser of expressions is slower.
  const parser = (tag) => {
    if (tag === ".") return { get: (scope) => scope };
    if (!tag.startsWith("?")) {
      const names = tag.split(".");
      return { get: (scope) => at(scope, names) };
    }
    const tests = tag.slice(1).split(" or ").map((each) => each.split("."));
    return { get: (scope) => tests.some((names) => truthy(at(scope, names))) };
  };
  const options = { paragraphLoop: true, linebreaks: true, parser };
  return async () => {
    const doc = new Docxtemplater(new PizZip(template), options);
    doc.render(data);
    return doc.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
  };
}

function carbone() {
  const engine = load("carbone");
  engine.set({ templatePath: path.dirname(templatePath) });
  const name = path.basename(templatePath);
  return () =>
    new Promise((resolve, reject) => {
      engine.render(name, data, (error, result) => (error ? reject(error) : resolve(result)));
    });
}

const render = { docxtemplater, carbone }[peer]();

async function answer(asked) {
  const seconds = [];
  let content = null;
  for (let each = 0; each < asked.count; each += 1) {
    const begun = process.hrtime.bigint();
    content = await render();
    seconds.push(Number(process.hrtime.bigint() - begun) / 1e9);
  }
  if (asked.save) fs.writeFileSync(asked.save, content);
  return { seconds, peak: process.resourceUsage().maxRSS * 1024 };
}

async function main() {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`);
  }
}

main().then(() => process.exit(0));
