import type { Finding } from '../cli/finding.ts'
import { canRecognise } from './pdf/recognise.ts'
import { programPath } from './run-program.ts'

/** Which of the programs that read what this server cannot read by itself are installed; none of them must be. */
export function examineReading(): Finding {
  const programs = [
    programPath('soffice') === null ? 'no LibreOffice for .doc, .rtf and .xls' : 'LibreOffice',
    canRecognise() ? 'tesseract' : 'no tesseract for scanned pages',
  ]
  return { subject: 'documents', says: programs.join(', '), remedy: null }
}
