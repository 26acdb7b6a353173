interface Operation {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly unknown[];
}

/** A page to read the OpenAPI document by, without scripts and without outside hosts. */
export function describeApi(document: {
  readonly paths?: unknown;
  readonly info: { readonly title: string };
}): string {
  const paths = (document.paths ?? {}) as Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  const operations = Object.entries(paths).flatMap(([path, byMethod]) =>
    Object.entries(byMethod).map(([method, operation]) => ({
      path,
      method: method.toUpperCase(),
      operation,
    })),
  );
  const groups = Map.groupBy(operations, ({ operation }) => operation.tags?.[0] ?? 'Khác');
  const sections = [...groups].map(
    ([tag, members]) =>
      `<h2>${escapeHtml(tag)}</h2><table><tbody>${members
        .map(
          ({ path, method, operation }) =>
            `<tr><th scope="row"><code>${method}</code></th><td><code>/api${escapeHtml(path)}</code></td><td>${escapeHtml(operation.summary ?? '')}</td><td>${escapeHtml(parameterNames(operation))}</td></tr>`,
        )
        .join('')}</tbody></table>`,
  );
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>API – ${escapeHtml(document.info.title)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{border-top:1px solid #ccc;padding:.4rem .6rem;text-align:left;vertical-align:top}code{font-size:.9em}</style></head>
<body><main><h1>API của ${escapeHtml(document.info.title)}</h1><p>Bản máy đọc, OpenAPI 3.1: <a href="/api/openapi.json">/api/openapi.json</a></p>${sections.join('')}</main></body></html>`;
}

function parameterNames(operation: Operation): string {
  return (operation.parameters ?? [])
    .flatMap((parameter) =>
      typeof parameter === 'object' && parameter !== null && 'name' in parameter
        ? [String(parameter.name)]
        : [],
    )
    .join(', ');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
