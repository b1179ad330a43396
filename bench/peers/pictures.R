# One picture by base R: pay by city as a box plot, with its figures; Rscript pictures.R DB OUT.png
# Base R reads no SQLite; the shell hands it the columns.
args <- commandArgs(trailingOnly = TRUE)
query <- "SELECT city, salary_low, salary_high FROM jobs WHERE salary_low IS NOT NULL AND salary_high IS NOT NULL"
rows <- read.csv(pipe(sprintf('sqlite3 -csv "%s" "%s"', args[1], query)), header = FALSE,
                 col.names = c("city", "low", "high"), colClasses = c("character", "numeric", "numeric"))
rows$pay <- (rows$low + rows$high) / 2000
print(do.call(rbind, tapply(rows$pay, rows$city, summary)))
png(args[2], width = 1600, height = 1000, res = 150, type = "cairo")
boxplot(pay ~ city, rows, horizontal = TRUE, las = 1, outline = FALSE, xlab = "k CNY a month")
invisible(dev.off())
