import type { AuditFigure } from "../api";

interface Group {
  source: string;
  figures: AuditFigure[];
}

/** Figures that follow on one another and were counted from the same. */
export function bySource(figures: readonly AuditFigure[]): Group[] {
  const groups: Group[] = [];
  for (const figure of figures) {
    const last = groups.at(-1);
    if (last?.source === figure.countedFrom.words) {
      last.figures.push(figure);
    } else {
      groups.push({ source: figure.countedFrom.words, figures: [figure] });
    }
  }
  return groups;
}
