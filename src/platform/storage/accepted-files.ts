/** File types that people hand out: texts, tables, slides, pictures. Executable files are excluded. */
export const acceptedEndings = [
  '.pdf',
  '.docx',
  '.doc',
  '.odt',
  '.rtf',
  '.hwp',
  '.hwpx',
  '.pptx',
  '.ppt',
  '.odp',
  '.xlsx',
  '.xls',
  '.ods',
  '.csv',
  '.txt',
  '.md',
  '.jpg',
  '.jpeg',
  '.png',
  '.webp',
  '.gif',
] as const

/** Whether a file of this name is accepted. */
export function isAccepted(name: string): boolean {
  return acceptedEndings.some((ending) => name.toLowerCase().endsWith(ending))
}
