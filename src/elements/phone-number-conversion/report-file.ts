import type {
  ConversionReason,
  ConversionRow,
  ConversionVerdict,
} from '../../controllers/phone-conversion-controller.ts';
import { csvOf } from '../../documents/csv-file.ts';
import { delimiterOf } from '../../domain/export-csv.ts';
import { conversionCells } from '../../domain/phone-conversion.ts';
import type { PhoneConversionTexts } from '../../locales/phone-conversion.ts';

/** The whole report as a file for spreadsheets; nothing in it is calculated or rounded. */
export function phoneReportFile(
  rows: readonly ConversionRow[],
  words: PhoneConversionTexts['phoneConversion'],
  locale: string,
): File {
  const { columns, verdicts, reasons, kindOf } = words;
  const head = [words.id, columns.kind, columns.name, columns.from, columns.to, words.verdict, columns.reason];
  const cells = conversionCells(rows, {
    kind: (kind) => kindOf[kind],
    verdict: (verdict: ConversionVerdict) => verdicts[verdict],
    reason: (reason: ConversionReason) => reasons[reason],
  });
  const text = csvOf([head, ...cells], { delimiter: delimiterOf(locale) });
  return new File([text], `${words.file}.csv`, { type: 'text/csv;charset=utf-8' });
}
