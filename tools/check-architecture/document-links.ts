import { posix } from 'node:path'
import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Finding } from '../finding.ts'
import type { Project } from '../project/project.ts'

/** A link from a Markdown document to the project leads to a file or a folder that exists. */
export function checkDocumentLinks(project: Project): Finding[] {
  const documents = project.files.filter((path) => path.endsWith('.md'))
  return documents.flatMap((path) =>
    links(project.text(path))
      .filter(({ url }) => !/^([a-z][a-z0-9+.-]*:|\/\/|#)/i.test(url))
      .filter(({ url }) => !project.has(target(path, url)))
      .map(({ url, line }) => ({ file: path, line, rule: 'document-link', message: `${url} leads nowhere` })),
  )
}

interface MarkdownNode {
  type: string
  url?: string
  children?: MarkdownNode[]
  position?: { start: { line: number } } | undefined
}

function links(markdown: string): { url: string; line: number }[] {
  const collect = ({ url, position, children = [] }: MarkdownNode): { url: string; line: number }[] => [
    ...(url === undefined ? [] : [{ url, line: position?.start.line ?? 1 }]),
    ...children.flatMap(collect),
  ]
  return collect(fromMarkdown(markdown))
}

/** GitHub and GitLab read a leading slash as the project's root. */
function target(document: string, url: string): string {
  const written = url.replace(/[?#].*$/, '')
  const path = /%(?![0-9a-f]{2})/i.test(written) ? written : decodeURI(written)
  return path.startsWith('/') ? posix.normalize(path).slice(1) : posix.join(posix.dirname(document), path)
}
