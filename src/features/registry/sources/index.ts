export { chooseNetwork } from './cli.ts'
export {
  addSource,
  addTableSource,
  appendPassages,
  insertSource,
  loadSourceText,
  replacePassages,
} from './commands.ts'
export { listSources } from './queries.ts'
export { locateQuotation } from './quotation.ts'
