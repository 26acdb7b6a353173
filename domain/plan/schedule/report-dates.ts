import data from './data/report-dates.json' with { type: 'json' };

/** One periodic report of a year; days are ISO dates. */
export interface ReportDate {
  /** "quý I năm 2024", "6 tháng năm 2024". */
  readonly name: string;
  /** First day the report speaks of that the one before does not. */
  readonly from: string;
  readonly closes: string;
  readonly due: string;
}

/** The periodic reports on administrative reform of a year, in order. */
export function listReportDates(year: number): readonly ReportDate[] {
  let from = `${year - 1}-12-15`;
  return data.reports.map(({ label, closes, due }) => {
    const report = { name: `${label} ${year}`, from, closes: `${year}-${closes}`, due: `${year}-${due}` };
    from = Temporal.PlainDate.from(report.closes).add({ days: 1 }).toString();
    return report;
  });
}
