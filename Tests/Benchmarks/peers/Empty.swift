// The least a dynamically linked program with URLSession in it can be: what start-up is measured against.
import FoundationNetworking
