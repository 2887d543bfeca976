export {
  addSource,
  addTableSource,
  appendPassages,
  insertSource,
  loadSourceText,
  replacePassages,
} from './commands.ts'
export { listSources } from './queries.ts'
export { locateQuotation, type Quotable } from './quotation.ts'
