/** What is handed out at meetings: texts, tables, slides, pictures. What a computer runs by itself is none of it. */
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

/** Whether a file of this name is taken. */
export function isAccepted(name: string): boolean {
  return acceptedEndings.some((ending) => name.toLowerCase().endsWith(ending))
}
