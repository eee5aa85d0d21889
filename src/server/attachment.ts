/**
 * Returns the header content-disposition of a download: a name in Chinese goes as RFC 5987, an old
 * client gets one in ASCII.
 */
export function attachment(name: string): string {
  const ascii = /^[\w.-]+$/.test(name) ? name : `xingbian${name.slice(name.lastIndexOf('.'))}`;
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
