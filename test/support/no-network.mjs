// Loaded before the tool with --import: whatever speaks to a network is told in a file, and throws.
import dgram from "node:dgram";
import dns from "node:dns";
import { appendFileSync } from "node:fs";
import http from "node:http";
import http2 from "node:http2";
import https from "node:https";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import tls from "node:tls";

const log = process.env["NETWORK_LOG"] ?? "";

function trap(holder, name, said) {
  if (typeof holder[name] !== "function") return;
  holder[name] = () => {
    appendFileSync(log, `${said}.${name}\n`);
    throw new Error(`${said}.${name} was called`);
  };
}

for (const name of ["connect", "createConnection", "createServer"]) trap(net, name, "net");
trap(net.Socket.prototype, "connect", "net.Socket");
trap(net.Server.prototype, "listen", "net.Server");
for (const name of ["connect", "createServer"]) trap(tls, name, "tls");
for (const [said, holder] of Object.entries({ http, https })) {
  for (const name of ["request", "get", "createServer"]) trap(holder, name, said);
}
for (const name of ["connect", "createServer", "createSecureServer"]) trap(http2, name, "http2");
trap(dgram, "createSocket", "dgram");
for (const [said, holder] of Object.entries({ dns, "dns.promises": dns.promises })) {
  for (const name of Object.keys(holder))
    if (/^(?:lookup|resolve|reverse)/u.test(name)) trap(holder, name, said);
}
for (const name of ["fetch", "WebSocket", "EventSource"]) trap(globalThis, name, "globalThis");
syncBuiltinESMExports();
