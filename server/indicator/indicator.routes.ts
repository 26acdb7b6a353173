import { may, os } from '../guard.ts';
import { orRefuse } from '../http/refused.ts';
import { getSeries, listMeasures } from './get-series.ts';

export function indicatorRoutes() {
  return {
    measures: os.indicator.measures
      .use(may('measurement.read'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await listMeasures(deps, input))),
    series: os.indicator.series
      .use(may('measurement.read'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await getSeries(deps, input))),
  };
}
