/** Threads in every order, one at a time, for what several of them share; see {@link paymap.schedule.Schedules}. */
package paymap.schedule;
