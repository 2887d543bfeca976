import { type ChildProcess, fork } from 'node:child_process'
import { Refusal } from '../refusal.ts'
import { workerEnvironment } from '../settings/compile-cache.ts'
import { workerFile } from '../settings/worker-file.ts'
import type { Report, ReportForms } from './report.ts'
import type { Sheet } from './sheet.ts'
import type { Answer, Measure, Order, SheetFormat } from './typesetting.ts'

export interface TypesetterLimits {
  /** How long one sheet may take, the start of the process included. */
  timeMs: number
  /** How long the process waits for another sheet before it ends. */
  idleMs: number
  /** How many sheets may wait; beyond, people are asked to come back. */
  waiting: number
  /** Bytes above which the process ends after the current sheet. */
  memory: number
}

export interface DrawnSheet {
  bytes: Buffer
  /** The place in the given list of the sheet that was drawn. */
  chosen: number
}

type Drawn = Exclude<Answer, { error: string }>

const usualLimits: TypesetterLimits = {
  timeMs: 15_000,
  idleMs: 45_000,
  waiting: 24,
  memory: 300 * 1024 * 1024,
}

interface Waiting {
  order: Order
  done(answer: Drawn): void
  failed(error: Error): void
}

/** Draws sheets in another process, one at a time: started when first needed, ended when idle, replaced when it dies. */
export class Typesetter {
  readonly #limits: TypesetterLimits
  readonly #queue: Waiting[] = []
  #child: ChildProcess | null = null
  #atWork: Waiting | null = null
  #timer: NodeJS.Timeout | null = null
  #orders = 0

  constructor(limits: Partial<TypesetterLimits> = {}) {
    this.#limits = { ...usualLimits, ...limits }
  }

  /**
   * Draws the first of these sheets that fits on one page; each is a shorter form of the one before. The picture (PNG, JPEG) is shown in
   * those that have one. Refuses with `tooMany` when too many wait; fails when none fits, the process dies or the time is over.
   */
  async render(format: SheetFormat, sheets: Sheet[], picture: Uint8Array | null = null): Promise<DrawnSheet> {
    return bytesOf(await this.#order({ id: ++this.#orders, format, sheets, picture }))
  }

  /** Draws a report of any length with its pictures (PNG, JPEG, SVG), under the same limits. */
  async drawReport(
    format: SheetFormat,
    report: Report,
    pictures: readonly Uint8Array[] = [],
  ): Promise<Buffer> {
    const order = { id: ++this.#orders, format, reports: [report], mostPages: null, pictures }
    return bytesOf(await this.#order(order)).bytes
  }

  /** Draws the first of these reports that takes no more than so many pages, else the last; each is a shorter form of the one before. */
  async drawFitting(
    format: SheetFormat,
    reports: Report[],
    mostPages: number,
    pictures: readonly Uint8Array[] = [],
  ): Promise<DrawnSheet> {
    return bytesOf(await this.#order({ id: ++this.#orders, format, reports, mostPages, pictures }))
  }

  /** Draws one file: the first of these sheets that fits on a page, without a picture, then the first form of a report that takes no more than its pages. */
  async drawDossier(format: SheetFormat, sheets: Sheet[], forms: ReportForms): Promise<Buffer> {
    const { reports, mostPages, pictures } = forms
    const dossier = { sheets, reports, mostPages, pictures }
    return bytesOf(await this.#order({ id: ++this.#orders, format, dossier })).bytes
  }

  /** Draws one file of this title with a page for each list of sheets: the first of them that fits, at the smallest size. */
  async drawBundle(format: SheetFormat, bundle: Sheet[][], title: string): Promise<Buffer> {
    return bytesOf(await this.#order({ id: ++this.#orders, format, bundle, title })).bytes
  }

  /** How full the first of these forms is that takes no more than its pages, else the last; `shortened`: how many before it did not fit. */
  async measureFitting({
    reports,
    mostPages,
    pictures,
  }: ReportForms): Promise<Measure & { shortened: number }> {
    for (const [shortened, report] of reports.entries()) {
      const measured = await this.#measure(report, pictures)
      if (measured.filled <= mostPages || shortened === reports.length - 1) return { ...measured, shortened }
    }
    throw new Error('A report without a form cannot be measured')
  }

  /** How many pages a report would fill as PDF. */
  async #measure(report: Report, pictures: readonly Uint8Array[]): Promise<Measure> {
    const answer = await this.#order({ id: ++this.#orders, format: 'pdf', measured: report, pictures })
    if (!('measure' in answer)) throw new Error('The process that draws measured nothing')
    return answer.measure
  }

  async #order(order: Order): Promise<Drawn> {
    if (this.#queue.length >= this.#limits.waiting) throw new Refusal('tooMany')
    return new Promise((done, failed) => {
      this.#queue.push({ order, done, failed })
      this.#next()
    })
  }

  /** Ends the process; what is still being drawn fails. */
  close(): void {
    const closed = new Error('The typesetter was closed')
    const waiting = this.#queue.splice(0)
    this.#end(closed)
    for (const { failed } of waiting) failed(closed)
  }

  /** The id of the process that draws, while there is one. */
  get processId(): number | null {
    return this.#child?.pid ?? null
  }

  #next(): void {
    if (this.#atWork) return
    const next = this.#queue.shift()
    if (!next) {
      this.#wait(this.#limits.idleMs, () => this.#end(null))
      // A command that has drawn ends: nobody waits for an idle process, which ends with its channel.
      this.#child?.unref()
      this.#child?.channel?.unref()
      return
    }
    this.#atWork = next
    const { timeMs } = this.#limits
    this.#wait(timeMs, () => this.#end(new Error(`A sheet took more than ${timeMs} ms`)))
    const child = this.#child ?? this.#start()
    this.#child = child
    child.ref()
    child.channel?.ref()
    child.send(next.order, (error) => {
      if (error) this.#lost(child, error)
    })
  }

  #start(): ChildProcess {
    const child = fork(workerFile(import.meta.url, 'typesetting-worker'), {
      serialization: 'advanced',
      execArgv: ['--max-old-space-size=128'],
      env: workerEnvironment(),
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child.on('message', (answer: Answer) => this.#settle(child, answer))
    child.on('error', (error) => this.#lost(child, error))
    child.on('exit', (code, signal) =>
      this.#lost(child, new Error(`The process that draws ended (${signal ?? code})`)),
    )
    return child
  }

  #settle(child: ChildProcess, answer: Answer): void {
    const waiting = this.#atWork
    if (child !== this.#child || waiting?.order.id !== answer.id) return
    this.#atWork = null
    if (answer.memory > this.#limits.memory) this.#end(null)
    if ('error' in answer) waiting.failed(new Error(answer.error))
    else waiting.done(answer)
    this.#next()
  }

  #lost(child: ChildProcess, error: Error): void {
    if (child === this.#child) this.#end(error)
  }

  #end(error: Error | null): void {
    const [child, waiting] = [this.#child, this.#atWork]
    this.#child = null
    this.#atWork = null
    this.#wait(null)
    child?.kill('SIGKILL')
    waiting?.failed(error ?? new Error('The process that draws was ended'))
    if (this.#queue.length > 0) this.#next()
  }

  #wait(ms: number | null, then?: () => void): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = ms === null || !then ? null : setTimeout(then, ms).unref()
  }
}

function bytesOf(answer: Drawn): DrawnSheet {
  if (!('bytes' in answer)) throw new Error('The process that draws drew nothing')
  return { bytes: Buffer.from(answer.bytes), chosen: answer.chosen }
}
