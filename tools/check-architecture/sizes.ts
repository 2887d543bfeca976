import type { Finding } from '../finding.ts'
import { countLines } from '../project/lines.ts'
import { isGenerated } from '../project/module.ts'
import { codeFolders, isInFolders, type Project } from '../project/project.ts'

export interface Sizes {
  files: number
  median: number
  ninetieth: number
  largest: number
}

const limits = { ninetieth: 250, largest: 450 }

/** A file tells one story: nine in ten within 250 lines, none above 450. Generated, data and message files are left aside. */
export function checkSizes(project: Project): Finding[] {
  const finding = (file: string, line: number, message: string) => ({ file, line, rule: 'size', message })
  const long = sourceFiles(project)
    .filter(({ lines }) => lines > limits.largest)
    .map(({ path, lines }) =>
      finding(path, limits.largest, `${lines} lines; split it by noun, into files, before ${limits.largest}`),
    )
  const { ninetieth } = measureSizes(project)
  return [
    ...long,
    ...(ninetieth > limits.ninetieth
      ? [
          finding(
            '.',
            1,
            `one file in ten has over ${limits.ninetieth} lines (90th percentile: ${ninetieth})`,
          ),
        ]
      : []),
  ]
}

/** Lines per source file, tests included; `ninetieth` is the size that nine files in ten do not pass. */
export function measureSizes(project: Project): Sizes {
  const lines = sourceFiles(project)
    .map((file) => file.lines)
    .sort((a, b) => a - b)
  const at = (share: number) => lines[Math.ceil(lines.length * share) - 1] ?? 0
  return { files: lines.length, median: at(0.5), ninetieth: at(0.9), largest: lines.at(-1) ?? 0 }
}

function sourceFiles(project: Project) {
  return project.files
    .filter((path) => isInFolders(path, codeFolders) && /\.(tsx?|m?js|css)$/.test(path))
    .filter((path) => !isGenerated(path) && !/(^|\/)data\/|\.data\.ts$/.test(path))
    .map((path) => ({ path, lines: countLines(project.text(path)) }))
}
