/** The formats in which cooperations are exported; `suffix` ends the address and the file’s name. */
export const formats = {
  csv: { suffix: 'csv', media: 'text/csv; charset=utf-8' },
  xlsx: { suffix: 'xlsx', media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  json: { suffix: 'json', media: 'application/json; charset=utf-8' },
  geojson: { suffix: 'geojson', media: 'application/geo+json; charset=utf-8' },
  iati: { suffix: 'iati.xml', media: 'application/xml; charset=utf-8' },
} as const

export type Format = keyof typeof formats

export function isFormat(text: unknown): text is Format {
  return typeof text === 'string' && Object.hasOwn(formats, text)
}

/** The name of a file: the network, and the day on which it is seen. */
export function fileName(format: Format, network: string, today: string): string {
  return `${network}-cooperations-${today}.${formats[format].suffix}`
}
