// Crawlee on the classic protocol with its queue on disk: crawl.mjs SITE FOLDER CITIES PAGES AT_ONCE
// The same command continues: nothing is purged at the start.
import { BasicCrawler, Configuration, Dataset, RequestQueue } from '@crawlee/http';
import { MemoryStorage } from '@crawlee/memory-storage';

const [site, folder, cities, pages, atOnce] = process.argv.slice(2);
const storage = new MemoryStorage({ localDataDirectory: folder, persistStorage: true });
const config = new Configuration({ storageClient: storage, purgeOnStart: false, logLevel: 1 });
const queue = await RequestQueue.open('pages', { config, storageClient: storage });
const rows = await Dataset.open('rows', { config, storageClient: storage });
const requests = [];
for (let page = 1; page <= Number(pages); page++) {
  for (const city of cities.split(',')) {
    requests.push({
      url: `${site}/jobs/positionAjax.json?needAddtionalResult=false&city=${encodeURIComponent(city)}`,
      uniqueKey: `${city} ${page}`, method: 'POST', payload: `first=${page === 1}&pn=${page}&kd=python`,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Referer: `${site}/jobs/list_python` },
      userData: { city, page },
    });
  }
}
const crawler = new BasicCrawler({
  requestQueue: queue, maxConcurrency: Number(atOnce), minConcurrency: Number(atOnce),
  async requestHandler({ request, sendRequest }) {
    const reply = await sendRequest({ responseType: 'json' });
    const { city, page } = request.userData;
    await rows.pushData(reply.body.content.positionResult.result.map(
      (row) => ({ city, page, title: row.positionName, salary: row.salary, company: row.companyShortName })));
  },
}, config);
await crawler.run(requests);
