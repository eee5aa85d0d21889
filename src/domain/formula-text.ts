/** What Excel, WPS and LibreOffice run cells for: https://owasp.org/www-community/attacks/CSV_Injection */
const run = /^'*[=+\-@\t\r＝＋－＠]/;

/**
 * Returns text as a CSV file holds it: with an apostrophe in front where a spreadsheet would run it
 * as a formula, also where one stands there already, so that `armedText` gives it back as it was.
 */
export function disarmedText(text: string): string {
  return run.test(text) ? `'${text}` : text;
}

/** Returns the text that `disarmedText` was given. */
export function armedText(text: string): string {
  return text.charCodeAt(0) === 0x27 && run.test(text) ? text.slice(1) : text;
}
