/** What a strict reader would object to in an iCalendar text (RFC 5545 and 7986); empty when nothing. */
export function lintIcal(text: string): readonly string[] {
  return [...lineFaults(text), ...componentFaults(text)];
}

function lineFaults(text: string): string[] {
  const faults: string[] = [];
  if (!text.endsWith("\r\n")) faults.push("the last line does not end in CRLF");
  if (/(?<!\r)\n|\r(?!\n)/.test(text)) faults.push("a line ends in bare CR or LF");
  for (const line of text.split("\r\n").slice(0, -1)) {
    if (line === "") faults.push("an empty line");
    if (new TextEncoder().encode(line).length > 75) faults.push(`more than 75 octets: ${line}`);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
    if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(line))
      faults.push(`a control character: ${line}`);
  }
  return faults;
}

const required: Record<string, readonly string[]> = {
  VCALENDAR: ["VERSION", "PRODID", "NAME", "X-WR-CALNAME", "REFRESH-INTERVAL", "X-PUBLISHED-TTL"],
  VEVENT: ["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "STATUS", "LAST-MODIFIED"],
  VALARM: ["ACTION", "TRIGGER", "DESCRIPTION"],
  VTIMEZONE: ["TZID"],
  STANDARD: ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO"],
  DAYLIGHT: ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO"],
};

interface Open {
  readonly name: string;
  readonly properties: string[];
}

function componentFaults(text: string): string[] {
  const faults: string[] = [];
  const stack: Open[] = [];
  const usedZones = new Set<string>();
  const zones: string[] = [];
  const uids: string[] = [];
  for (const line of text.replaceAll("\r\n ", "").split("\r\n").filter(Boolean)) {
    const { name, parameters, value } = parsed(line);
    const open = stack.at(-1);
    if (name === "BEGIN") {
      stack.push({ name: value, properties: [] });
    } else if (name === "END") {
      if (open?.name !== value) faults.push(`END:${value} closes ${open?.name}`);
      faults.push(...missing(stack.pop()));
    } else {
      open?.properties.push(name);
    }
    const zone = /TZID=([^;:]+)/.exec(parameters)?.[1];
    if (zone) usedZones.add(zone);
    if (open?.name === "VTIMEZONE" && name === "TZID") zones.push(value);
    if (open?.name === "VEVENT" && name === "UID") uids.push(value);
  }
  if (stack.length > 0) faults.push(`not closed: ${stack.map(({ name }) => name).join(", ")}`);
  for (const zone of usedZones) if (!zones.includes(zone)) faults.push(`no VTIMEZONE for ${zone}`);
  if (new Set(zones).size < zones.length) faults.push("a VTIMEZONE stands twice");
  if (new Set(uids).size < uids.length) faults.push("a UID stands twice");
  return faults;
}

function parsed(line: string) {
  const [head = "", ...rest] = line.split(":");
  const [name = "", ...parameters] = head.split(";");
  return { name, parameters: parameters.join(";"), value: rest.join(":") };
}

function missing(component: Open | undefined): string[] {
  const names = component ? (required[component.name] ?? []) : [];
  const absent = names.filter((name) => !component?.properties.includes(name));
  const twice = names.filter(
    (name) => (component?.properties.filter((one) => one === name).length ?? 0) > 1,
  );
  return [
    ...absent.map((name) => `${component?.name} has no ${name}`),
    ...twice.map((name) => `${component?.name} has ${name} twice`),
  ];
}
