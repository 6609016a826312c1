"""Outputs appear whole or not at all: jobs and their cache, manifests, two trees and their exchange."""
