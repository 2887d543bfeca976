import { pointerTo } from '../../http/api/json.ts'
import type { PointedError } from '../../http/problems.ts'

/** The errors of a document that a program sent, collected so that it gets all at once. */
export class WrongParts {
  readonly errors: PointedError[] = []

  add(path: readonly PropertyKey[], detail: string): void {
    this.errors.push({ pointer: pointerTo(path), detail })
  }
}
