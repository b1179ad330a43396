/**
 * The pictures as options of ECharts 5, for people's own pages: the same figures as plain data, without a function or
 * markup. Writes no file, and draws nothing.
 */
@NullMarked
package paymap.chart.echarts;

import org.jspecify.annotations.NullMarked;
