/** What a site can do wrong, sent by raw sockets that share no code with the client. */
package paymap.torture.site;
