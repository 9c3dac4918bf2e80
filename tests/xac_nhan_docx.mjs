// Soát nhiều DOCX theo lược đồ Open XML trong một tiến trình.
// node xac_nhan_docx.mjs <node_modules> <danh sách JSON các tệp> <tệp JSON kết quả>
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [nodeModules, danhSach, ketQua] = process.argv.slice(2);
const goi = path.join(nodeModules, "@ooxml-tools", "validate");
const moTa = JSON.parse(fs.readFileSync(path.join(goi, "package.json"), "utf8"));
const { default: validate, ready } = await import(pathToFileURL(path.join(goi, moTa.main)));

await ready();
const loi = {};
for (const tep of JSON.parse(fs.readFileSync(danhSach, "utf8"))) {
  const tho = new Uint8Array(fs.readFileSync(tep));
  const timThay = await validate(tho, "docx", "Microsoft365");
  loi[tep] = timThay.map((l) => `${l.path?.partUri ?? ""} ${l.path?.xpath ?? ""}: ${l.description}`);
}
fs.writeFileSync(ketQua, JSON.stringify(loi));
process.exit(0);
