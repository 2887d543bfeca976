import { drawnBlocks, type Report, type ReportBlock, textOf } from './report.ts'

/** The report as plain text, a line a paragraph or fact: for who pastes it into a mail. */
export function renderReportText(report: Report): string {
  const facts = report.facts.map(({ label, passage }) => `${label}: ${textOf(passage)}`)
  const lines = [textOf(report.kicker), textOf(report.title), ...facts]
  const blocks = drawnBlocks(report.blocks).flatMap(linesOf)
  return `${[...lines, ...blocks, '', ...report.foot.map(textOf)].join('\n')}\n`
}

function linesOf(block: ReportBlock): string[] {
  switch (block.kind) {
    case 'heading':
      return ['', `${'#'.repeat(block.level)} ${textOf(block.passage)}`]
    case 'list':
      return block.items.map((item, index) => `${block.isOrdered ? `${index + 1}.` : '–'} ${textOf(item)}`)
    case 'facts':
      return block.facts.map(({ label, passage }) => `${label}: ${textOf(passage)}`)
    case 'page':
      return ['', textOf(block.head)]
    case 'picture':
      return [`[${textOf(block.alternative)}]`]
    case 'table':
      return [block.columns.join(' | '), ...block.rows.map((row) => row.map(textOf).join(' | '))]
    default:
      return [textOf(block.passage)]
  }
}
